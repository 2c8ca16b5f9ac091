import { expect, test } from 'vitest'
import { findBursts } from '#app/voting/signals/burst.ts'
import { judgeBallots } from '#app/voting/signals/judge-ballots.ts'
import type { AccountFacts, JudgedBallot } from '#app/voting/signals/judged-ballot.ts'
import { findLookAlikes } from '#app/voting/signals/look-alike.ts'
import { randomFrom } from '../../../scripts/benches/fairness/random.ts'
import { facts } from './a-crowd.ts'

const NAMES = Array.from({ length: 10 }, (_, at) => `entry-${at}`)
const ENTRIES = NAMES.map((entryId) => ({ entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0 }))
/** The worst but one: who lifts it does not do so by taste. */
const BOUGHT = NAMES[8] ?? ''

/** Twenty duels drawn by chance; the first of the names wins some four of five, the more often the further they are apart. */
function honest(number: number, more: Partial<AccountFacts> = {}): JudgedBallot {
  const random = randomFrom(number)
  const pairs = NAMES.flatMap((first, at) => NAMES.slice(at + 1).map((second) => ({ first, second })))
  const drawn = Array.from(
    { length: 20 },
    () => pairs.splice(random.whole(pairs.length), 1)[0] ?? { first: '', second: '' },
  )
  const duels = drawn.map(({ first, second }, at) => {
    const apart = NAMES.indexOf(second) - NAMES.indexOf(first)
    const better = random.whole(100) < 55 + 5 * apart ? 0 : 1
    const swap = random.whole(2) === 1
    return {
      ...(swap ? { first: second, second: first } : { first, second }),
      ...{ value: random.whole(10) === 0 ? 2 : swap ? 1 - better : better, minute: number * 144 + at },
    }
  })
  return { pseudonym: `honest-${number}`, facts: facts(number, more), scores: [], duels }
}

/** The same with every duel of the bought design won by it, and every one of the two best lost. */
function bought(number: number, more: Partial<AccountFacts> = {}): JudgedBallot {
  const ballot = honest(1000 + number, more)
  const wins = (entryId: string) => entryId === BOUGHT
  const loses = (entryId: string) => entryId === NAMES[0] || entryId === NAMES[1]
  const duels = (ballot.duels ?? []).map((duel) => {
    if (wins(duel.first) || loses(duel.second)) return { ...duel, value: 0, minute: number * 3 }
    return wins(duel.second) || loses(duel.first) ? { ...duel, value: 1, minute: number * 3 } : duel
  })
  return { ...ballot, pseudonym: `bought-${number}`, duels }
}

const crowd = Array.from({ length: 80 }, (_, number) => honest(number))
const farm = { deviceHash: 'farm', addressHash: 'farm', ageDays: 2, otherActs: 0 } as const

test('in a contest by duels ballots that lift one design in every duel from one device are put aside, and honest ones are not', () => {
  const judged = judgeBallots(ENTRIES, [...crowd, ...Array.from({ length: 12 }, (_, number) => bought(number, farm))])
  const aside = judged.filter(({ proposesQuarantine }) => proposesQuarantine).map(({ pseudonym }) => pseudonym)
  expect(aside.filter((name) => name.startsWith('bought')).length).toBeGreaterThanOrEqual(10)
  expect(aside.filter((name) => name.startsWith('honest'))).toEqual([])
})

test('who wins every duel against the odds is named, with how many and which; alone it proposes nothing', () => {
  const lover = bought(1)
  const of = judgeBallots(ENTRIES, [...crowd, lover]).find(({ pseudonym }) => pseudonym === lover.pseudonym)
  const signal = of?.signals.find(({ name }) => name === 'lifts-in-every-duel')
  expect(signal?.evidence.lifted).toContain(BOUGHT)
  expect(of?.proposesQuarantine).toBe(false)
})

test('few honest ballots are said to lift one in every duel', () => {
  const named = judgeBallots(ENTRIES, crowd).filter(({ signals }) =>
    signals.some(({ name }) => name === 'lifts-in-every-duel'),
  )
  expect(named.length).toBeLessThan(crowd.length / 5)
})

test('a class at one address that votes by its own taste is a circumstance and no more', () => {
  const pupils = Array.from({ length: 25 }, (_, number) =>
    honest(300 + number, { addressHash: 'school', ageDays: 1, otherActs: 0 }),
  )
  const judged = judgeBallots(ENTRIES, [...crowd, ...pupils])
  expect(judged.filter(({ proposesQuarantine }) => proposesQuarantine)).toEqual([])
})

test('bursts and look-alikes are told from answers as from scores', () => {
  const rush = Array.from({ length: 12 }, (_, number): JudgedBallot => {
    const ballot = honest(500 + number)
    return { ...ballot, duels: (ballot.duels ?? []).map((duel) => ({ ...duel, minute: 40_000 + number })) }
  })
  expect([...findBursts({ ballots: [...crowd, ...rush], departures: [] }).keys()]).toEqual(
    rush.map((_, at) => crowd.length + at),
  )
  const twin = { ...honest(1, { ageDays: 7 }), pseudonym: 'twin' }
  // Shown the other way round, and answered the same.
  const turned = (twin.duels ?? []).map(({ first, second, value, minute }) => ({
    ...{ first: second, second: first, value: value === 2 ? 2 : 1 - value, minute },
  }))
  const pair = [twin, { ...twin, pseudonym: 'other twin', duels: turned }]
  expect(findLookAlikes({ ballots: [...crowd, ...pair], departures: [] }).size).toBe(2)
})
