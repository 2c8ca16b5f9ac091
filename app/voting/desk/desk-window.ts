/**
 * When the count may begin. After the close the signals look once more, at the ballots as they are for good; if any is then in quarantine
 * without a ruling, the desk has DESK_HOURS to rule. An admin may end that sooner once every one has its ruling.
 */
export const DESK_HOURS = 48

/** The last look takes seconds; a vote is not kept waiting for one that fails for ever. */
export const LOOK_WAIT_MINUTES = 30

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export interface DeskFacts {
  frozenAt: string
  /** Whether the signals have looked at the frozen ballots. */
  lookedLast: boolean
  /** Cases in quarantine without a ruling. */
  open: number
  /** Whether the desk ruled on any after the freeze. */
  ruledSince: boolean
  endedAt: string | null
}

export type DeskWindow = { state: 'looking' | 'open'; until: string } | { state: 'over' }

export function deskWindowAt({ frozenAt, lookedLast, open, ruledSince, endedAt }: DeskFacts, now: Date): DeskWindow {
  const from = new Date(frozenAt).getTime()
  const waiting = from + LOOK_WAIT_MINUTES * MINUTE_MS
  if (!lookedLast && now.getTime() < waiting) return { state: 'looking', until: new Date(waiting).toISOString() }
  const until = from + DESK_HOURS * HOUR_MS
  const wanted = open > 0 || ruledSince
  if (!wanted || endedAt !== null || now.getTime() >= until) return { state: 'over' }
  return { state: 'open', until: new Date(until).toISOString() }
}
