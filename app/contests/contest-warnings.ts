import { phaseAt, type Schedule } from './schedule.ts'

/** What an admin should look at before it becomes a problem. */
export type ContestWarning = 'opening-missed' | 'panel-below-quorum' | 'nobody-may-close' | 'decision-late'

export interface PanelCount {
  /** Jurors seated, and how many of them may sign. */
  seats: number
  closers: number
  quorum: number
}

export function warningsFor(schedule: Schedule, panel: PanelCount, now: Date): ContestWarning[] {
  const phase = phaseAt(schedule, now)
  if (phase === 'decided' || phase === 'cancelled') return []
  const at = now.toISOString()
  if (phase === 'draft') return schedule.opensAt <= at ? ['opening-missed'] : []
  const warnings: ContestWarning[] = []
  if (panel.seats < panel.quorum) warnings.push('panel-below-quorum')
  if (panel.closers === 0) warnings.push('nobody-may-close')
  if (schedule.decisionDueAt <= at) warnings.push('decision-late')
  return warnings
}
