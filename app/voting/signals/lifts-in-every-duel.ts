import type { JudgedBallot } from './judged-ballot.ts'
import { type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** Duels of one design on one ballot. Two wins are nothing. */
export const LIFTED_DUELS = 3
/** By what all say so seldom or less would it have won them all. A ballot has some ten designs: of honest ones a few in a hundred have one such. */
export const LIFTED_CHANCE = 0.05
export const CLEARLY_LIFTED_CHANCE = 0.005

/** A ballot on which a design wins every duel it stands in, against the odds. Somebody may love it: alone it says little. */
export function findLiftsInEveryDuel({ ballots, odds }: Judged): Findings {
  const found = new Map<number, Signal>()
  if (!odds) return found
  ballots.forEach(({ duels = [] }, at) => {
    const lifted = [...chancesOfWinners(duels, odds)].filter(([, { duels: all }]) => all >= LIFTED_DUELS)
    const unlikely = lifted.filter(([, { chance }]) => chance <= LIFTED_CHANCE)
    if (unlikely.length === 0) return
    const clearly = unlikely.some(([, { chance }]) => chance <= CLEARLY_LIFTED_CHANCE)
    const names = unlikely.map(([entryId]) => entryId)
    const most = Math.max(...unlikely.map(([, { duels: all }]) => all))
    found.set(at, signalled('lifts-in-every-duel', clearly ? 2 : 1, { lifted: names, duels: most }))
  })
  return found
}

/** Entry → its duels and the chance that it would win them all; without those that did not. */
function chancesOfWinners(duels: NonNullable<JudgedBallot['duels']>, odds: NonNullable<Judged['odds']>) {
  const winners = new Map<string, { duels: number; chance: number }>()
  const lost = new Set<string>()
  for (const { first, second, value } of duels) {
    const expected = odds(first, second)
    if (value !== 0) lost.add(first)
    if (value !== 1) lost.add(second)
    if (value === 2) continue
    const [winner, chance] = value === 0 ? [first, expected.first] : [second, expected.second]
    const before = winners.get(winner) ?? { duels: 0, chance: 1 }
    winners.set(winner, { duels: before.duels + 1, chance: before.chance * chance })
  }
  for (const entryId of lost) winners.delete(entryId)
  return winners
}
