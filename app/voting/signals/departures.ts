import { UNIT } from '../favour.ts'
import { type CountedEntry, favourOf, packFor, tellingBallots } from '../standings.ts'
import type { JudgedBallot } from './judged-ballot.ts'
import type { Departures } from './signal.ts'

/** Scores: as in the count, a voter's habit is known only so well. */
const HABIT_PULL = 3

/**
 * How far each ballot departs, entry by entry, from what all say together.
 *
 * @param believed the ballots that say what all say: those not in quarantine
 */
export function findDepartures(
  entries: readonly CountedEntry[],
  ballots: readonly JudgedBallot[],
  believed: readonly JudgedBallot[],
): Departures[] {
  const { middle, favours } = favourOf(entries, tellingBallots(packFor(entries, believed)))
  const said = new Map(entries.map(({ entryId }, at) => [entryId, (middle + (favours[at] ?? 0)) / UNIT]))
  return ballots.map(({ scores }) => {
    const plain = scores.map(({ entryId, value }) => ({ entryId, departure: value - (said.get(entryId) ?? 0) }))
    const habit = plain.reduce((sum, { departure }) => sum + departure, 0) / (plain.length + HABIT_PULL)
    return new Map(plain.map(({ entryId, departure }) => [entryId, departure - habit]))
  })
}
