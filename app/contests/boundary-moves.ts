import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'
import { BOUNDARIES, BOUNDARY_FIELD, type Boundary, phaseAt, type Schedule } from './schedule.ts'

/**
 * "A boundary may be moved only later, or brought forward by an explicit act, once announced and logged with who, when and why"
 * (DESIGN.md). The two acts are told apart so that nobody shortens a contest by a slip of the date field.
 */
export type BoundaryAct = 'later' | 'bring-forward'

export const MOVE_REASON_LENGTH = { least: 10, most: 1000 } as const

export interface BoundaryRequest {
  boundary: Boundary
  act: BoundaryAct
  /** ISO-8601 UTC. */
  toAt: string
  /** The boundaries after it move by the same time; only with 'later'. */
  carryOn: boolean
}

export type BoundaryRefusal =
  | 'contest-not-running'
  | 'boundary-passed'
  | 'ballots-already-frozen'
  | 'voting-extends-itself'
  | 'boundary-not-later'
  | 'boundary-not-earlier'
  | 'boundary-in-the-past'
  | 'boundary-crosses-another'

export interface BoundaryMove {
  boundary: Boundary
  fromAt: string
  toAt: string
}

export const publicReasonField = writtenText(MOVE_REASON_LENGTH.most).refine(
  (reason) => reason.length >= MOVE_REASON_LENGTH.least,
  { error: () => m.contests_reason_short({ least: MOVE_REASON_LENGTH.least }) },
)

/**
 * The moves that a request comes to, or why it cannot be. A boundary that has passed is history and stays; and once the ballots
 * are frozen only the decision's date is still ahead, whatever a clock that was set back says: votes are counted once.
 */
export function planMoves(
  { schedule, frozenAt }: { schedule: Schedule; frozenAt: string | null },
  request: BoundaryRequest,
  now: Date,
): BoundaryMove[] | BoundaryRefusal {
  const at = now.toISOString()
  const fromAt = schedule[BOUNDARY_FIELD[request.boundary]]
  if (!['announced', 'open', 'voting', 'jury'].includes(phaseAt(schedule, now))) return 'contest-not-running'
  if (frozenAt !== null && request.boundary !== 'decision-due') return 'ballots-already-frozen'
  // The rule was promised, and it alone ends what it began: nobody else may want one day more or less.
  if (schedule.extendedFrom && request.boundary === 'voting-closes') return 'voting-extends-itself'
  if (fromAt <= at) return 'boundary-passed'
  if (request.act === 'later' && request.toAt <= fromAt) return 'boundary-not-later'
  if (request.act === 'bring-forward' && request.toAt >= fromAt) return 'boundary-not-earlier'
  if (request.toAt < at) return 'boundary-in-the-past'

  const moves = [{ boundary: request.boundary, fromAt, toAt: request.toAt }, ...carried(schedule, request, fromAt)]
  const after = { ...schedule }
  for (const move of moves) after[BOUNDARY_FIELD[move.boundary]] = move.toAt
  return crosses(after) ? 'boundary-crosses-another' : moves
}

function carried(
  schedule: Schedule,
  { boundary, act, toAt, carryOn }: BoundaryRequest,
  fromAt: string,
): BoundaryMove[] {
  if (act !== 'later' || !carryOn) return []
  const by = new Date(toAt).getTime() - new Date(fromAt).getTime()
  return BOUNDARIES.slice(BOUNDARIES.indexOf(boundary) + 1).map((next) => {
    const nextFrom = schedule[BOUNDARY_FIELD[next]]
    return { boundary: next, fromAt: nextFrom, toAt: new Date(new Date(nextFrom).getTime() + by).toISOString() }
  })
}

function crosses(schedule: Schedule): boolean {
  const times = BOUNDARIES.map((boundary) => schedule[BOUNDARY_FIELD[boundary]])
  return times.some((time, index) => index > 0 && time <= (times[index - 1] ?? ''))
}
