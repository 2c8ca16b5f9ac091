import { z } from 'zod'
import { computeDuelStandings, type DuelBallot } from '../duel-standings.ts'
import { type CountedBallot, type CountedEntry, computeStandings, type StandingLine } from '../standings.ts'

/** What leaving out the ballots in quarantine would change, without a word on whom it would help. */
export const effectSchema = z.strictObject({
  /** Ballots that would be left out. */
  ballots: z.number(),
  entries: z.number(),
  /** How many entries would stand at another place. */
  places: z.number(),
  /** Whether another entry would be the first. */
  first: z.boolean(),
})
export type Effect = z.infer<typeof effectSchema>

type Rated = CountedBallot & { duels?: DuelBallot['duels']; quarantined: boolean }

export function effectOf(entries: readonly CountedEntry[], ballots: readonly Rated[]): Effect {
  const [all, rest] = [ballots, ballots.filter(({ quarantined }) => !quarantined)].map(
    (counted) => new Map(standingsOf(entries, counted).map((line) => [line.entryId, line.place])),
  )
  const moved = entries.filter(({ entryId }) => all?.get(entryId) !== rest?.get(entryId))
  return {
    ballots: ballots.filter(({ quarantined }) => quarantined).length,
    entries: entries.length,
    places: moved.length,
    first: moved.some(({ entryId }) => all?.get(entryId) === 1),
  }
}

function standingsOf(entries: readonly CountedEntry[], ballots: readonly Rated[]): StandingLine[] {
  const duels = ballots.flatMap((ballot) => (ballot.duels ? [{ duels: ballot.duels, handed: ballot.handed }] : []))
  return duels.length > 0 ? computeDuelStandings(entries, duels) : computeStandings(entries, ballots)
}
