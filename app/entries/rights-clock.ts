/** What a brief asks of the rights, as far as an entry's small print tells. */
export interface RightsAsked {
  rightsKind: 'open' | 'licence' | 'assignment'
  /** Days of exclusivity from the close of voting. */
  exclusivityDays: number
  votingClosesAt: string
}

export type RightsClock =
  | { kind: 'open' }
  /** Until then the brand alone may make it; afterwards an entry that did not win is its designer's to use again. */
  | { kind: 'reserved'; until: string; over: boolean }
  | { kind: 'free-from-the-close' }

const DAY_MS = 24 * 60 * 60 * 1000

/** How long a design is held by the contest it entered: a date, because "90 days" makes people count. */
export function rightsClock({ rightsKind, exclusivityDays, votingClosesAt }: RightsAsked, now: Date): RightsClock {
  if (rightsKind === 'open') return { kind: 'open' }
  if (exclusivityDays === 0) return { kind: 'free-from-the-close' }
  const until = new Date(new Date(votingClosesAt).getTime() + exclusivityDays * DAY_MS)
  return { kind: 'reserved', until: until.toISOString(), over: until <= now }
}
