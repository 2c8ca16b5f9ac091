/**
 * The contest's calendar. The phase is derived from the schedule and from recorded human decisions, never stored:
 * two truths drift (DESIGN.md, "The contest's calendar").
 */

/** The phases in the order in which a contest goes through them; 'cancelled' may follow any but 'decided'. */
export const PHASES = ['draft', 'announced', 'open', 'voting', 'jury', 'decided', 'cancelled'] as const
export type Phase = (typeof PHASES)[number]

export const BOUNDARIES = ['opens', 'voting-opens', 'voting-closes', 'decision-due'] as const
export type Boundary = (typeof BOUNDARIES)[number]

/** An upload begun before the deadline may finish within this time of it. */
export const UPLOAD_GRACE_MS = 10 * 60 * 1000

/** Boundary times (ISO-8601 UTC) and the recorded acts, each null until it happened. */
export interface Schedule {
  opensAt: string
  votingOpensAt: string
  votingClosesAt: string
  decisionDueAt: string
  publishedAt: string | null
  decidedAt: string | null
  cancelledAt: string | null
  /** The close as it happened: from then on voting is over, also for a clock that was set back. */
  frozenAt?: string | null
  /** The close that people set, where voting has extended itself beyond it (extension.ts). */
  extendedFrom?: string | null
}

export function phaseAt(schedule: Schedule, now: Date): Phase {
  const at = now.toISOString()
  if (schedule.cancelledAt) return 'cancelled'
  if (!schedule.publishedAt) return 'draft'
  if (schedule.decidedAt) return 'decided'
  if (schedule.frozenAt) return 'jury'
  if (at < schedule.opensAt) return 'announced'
  if (at < schedule.votingOpensAt) return 'open'
  if (at < schedule.votingClosesAt) return 'voting'
  return 'jury'
}

/** What the grace must know of a contest: nothing of an entry moves once voting is over. */
export interface GracedContest {
  schedule: Schedule
  frozenAt: string | null
}

/** The ten minutes after the deadline, in a contest that goes on and is not frozen yet. */
export function isWithinUploadGrace({ schedule, frozenAt }: GracedContest, now: Date): boolean {
  if (frozenAt !== null || phaseAt(schedule, now) !== 'voting') return false
  return now.getTime() < new Date(schedule.votingOpensAt).getTime() + UPLOAD_GRACE_MS
}

/** True while an upload that was begun before the deadline may still finish. */
export function mayFinishUpload(contest: GracedContest, begunAt: Date, now: Date): boolean {
  if (phaseAt(contest.schedule, begunAt) !== 'open') return false
  return phaseAt(contest.schedule, now) === 'open' || isWithinUploadGrace(contest, now)
}

/** Which time of the schedule a boundary names. */
export const BOUNDARY_FIELD = {
  opens: 'opensAt',
  'voting-opens': 'votingOpensAt',
  'voting-closes': 'votingClosesAt',
  'decision-due': 'decisionDueAt',
} as const satisfies Record<Boundary, keyof Schedule>

/** The next boundary still ahead, or undefined when none is or the contest has ended. */
export function nextBoundary(schedule: Schedule, now: Date): { boundary: Boundary; at: string } | undefined {
  const phase = phaseAt(schedule, now)
  if (phase === 'draft' || phase === 'decided' || phase === 'cancelled') return undefined
  for (const boundary of BOUNDARIES) {
    const at = schedule[BOUNDARY_FIELD[boundary]]
    if (at > now.toISOString()) return { boundary, at }
  }
  return undefined
}

/** True when the boundaries follow each other. */
export function isInOrder(
  times: Pick<Schedule, 'opensAt' | 'votingOpensAt' | 'votingClosesAt' | 'decisionDueAt'>,
): boolean {
  return (
    times.opensAt < times.votingOpensAt &&
    times.votingOpensAt < times.votingClosesAt &&
    times.votingClosesAt < times.decisionDueAt
  )
}
