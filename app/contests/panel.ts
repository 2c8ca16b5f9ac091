import type { Schedule } from './schedule.ts'

export type PanelRefusal = 'panel-below-quorum' | 'nobody-may-close'

/** A draft's panel may be anything; once published it must stay able to reach the promised quorum and to sign. */
export function refusePanelChange(
  { schedule, contest }: { schedule: Pick<Schedule, 'publishedAt'>; contest: { quorum: number } },
  after: readonly { mayClose: number; active: number }[],
): PanelRefusal | null {
  if (!schedule.publishedAt) return null
  const active = after.filter((seat) => seat.active === 1)
  if (active.length < contest.quorum) return 'panel-below-quorum'
  return active.some((seat) => seat.mayClose === 1) ? null : 'nobody-may-close'
}
