import type { ReactNode } from 'react'
import { BOUNDARIES, BOUNDARY_FIELD, type Boundary, phaseAt, type Schedule } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { PhaseRail } from './phase-rail.tsx'
import { BOUNDARY_WORDS, PHASE_WORDS } from './phase-words.ts'
import type { RailBoundary } from './rail-place.ts'

type Props = {
  schedule: Schedule
  zone: string
  /** The server's clock, as an ISO text. */
  now: string
  act?: ReactNode
}

/** The rail that stands on every page of a contest. */
export function ContestRail({ schedule, zone, now, act }: Props) {
  const phase = PHASE_WORDS[phaseAt(schedule, new Date(now))]()
  return <PhaseRail phase={phase} boundaries={stationsOf(schedule)} now={now} zone={zone} act={act} />
}

function labelOf(name: Boundary, { extendedFrom }: Schedule): string {
  return name === 'voting-closes' && extendedFrom
    ? m.contests_boundary_voting_closes_extended()
    : BOUNDARY_WORDS[name]()
}

/** The line of a contest that has ended stops where it ended. */
function stationsOf(schedule: Schedule): RailBoundary[] {
  const stations = BOUNDARIES.map((name) => ({
    name,
    label: labelOf(name, schedule),
    at: schedule[BOUNDARY_FIELD[name]],
  }))
  const end = schedule.decidedAt ?? schedule.cancelledAt
  if (!end) return stations
  const ending = schedule.decidedAt ? 'decided' : 'cancelled'
  const passed = stations.filter(({ name, at }) => at <= end && name !== 'decision-due')
  return [...passed, { name: ending, label: PHASE_WORDS[ending](), at: end }]
}
