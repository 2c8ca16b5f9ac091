import { expect, test } from 'vitest'
import { judgeBallots } from '#app/voting/signals/judge-ballots.ts'
import type { JudgedBallot } from '#app/voting/signals/judged-ballot.ts'
import { randomFrom } from '../../../scripts/benches/fairness/random.ts'
import { facts } from './a-crowd.ts'

/** From the best to the worst. */
const NAMES = Array.from({ length: 30 }, (_, at) => `entry-${String(at).padStart(2, '0')}`)
const ENTRIES = NAMES.map((entryId) => ({ entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0 }))
const RIVALS = NAMES.slice(0, 4)

/** Twelve duels of designs that are met once; the better wins the more often the further they are apart. */
function honest(number: number): JudgedBallot {
  const random = randomFrom(number, 7)
  const names = [...NAMES]
  const draw = () => names.splice(random.whole(names.length), 1)[0] ?? ''
  const duels = Array.from({ length: 12 }, (_, at) => {
    const [first, second] = [draw(), draw()]
    const apart = NAMES.indexOf(second) - NAMES.indexOf(first)
    const firstWins = random.part() < 1 / (1 + Math.exp(-apart / 5))
    return { first, second, value: firstWins ? 0 : 1, minute: number * 90 + at }
  })
  return { pseudonym: `honest-${number}`, facts: facts(number), scores: [], duels }
}

/** The same, but that these lose whatever they are compared with. */
function sinking(number: number, losers: readonly string[]): JudgedBallot {
  const ballot = honest(5000 + number)
  const duels = (ballot.duels ?? []).map((duel) => {
    if (losers.includes(duel.first) === losers.includes(duel.second)) return duel
    return { ...duel, value: losers.includes(duel.first) ? 1 : 0 }
  })
  return { ...ballot, pseudonym: `sinking-${number}`, duels }
}

const crowd = Array.from({ length: 200 }, (_, number) => honest(number))

test('ballots of old accounts on which the same designs lose together are put aside once they met enough of them', () => {
  const hired = Array.from({ length: 70 }, (_, number) => sinking(number, RIVALS))
  const judged = judgeBallots(ENTRIES, [...crowd, ...hired])
  const sinks = judged.flatMap(({ signals }) => signals.flatMap(({ evidence }) => evidence.sinks ?? []))
  expect([...new Set(sinks)].toSorted()).toEqual(RIVALS)
  const aside = judged.filter(({ proposesQuarantine }) => proposesQuarantine).map(({ pseudonym }) => pseudonym)
  expect(aside.filter((name) => name.startsWith('sinking')).length).toBeGreaterThan(45)
  expect(aside.filter((name) => name.startsWith('honest'))).toEqual([])
})

test('a design that many cannot bear makes no bloc of duels, and an honest crowd has none', () => {
  const against = Array.from({ length: 70 }, (_, number) => sinking(number, NAMES.slice(0, 1)))
  for (const ballots of [crowd, [...crowd, ...against]])
    expect(
      judgeBallots(ENTRIES, ballots).flatMap(({ signals }) => signals.filter(({ name }) => name === 'bloc')),
    ).toEqual([])
})
