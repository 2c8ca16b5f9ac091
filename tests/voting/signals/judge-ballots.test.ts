import { expect, test } from 'vitest'
import { judgeBallots, proposeQuarantine } from '#app/voting/signals/judge-ballots.ts'
import type { JudgedBallot } from '#app/voting/signals/judged-ballot.ts'
import { SIGNALS, type SignalName, signalled } from '#app/voting/signals/signal.ts'
import { bought, ENTRIES, honest, honestCrowd, NAMES } from './a-crowd.ts'

function proposed(ballots: readonly JudgedBallot[]): string[] {
  return judgeBallots(ENTRIES, ballots).flatMap(({ pseudonym, proposesQuarantine }) =>
    proposesQuarantine ? pseudonym : [],
  )
}

function namesOf(ballots: readonly JudgedBallot[], pseudonym: string): SignalName[] {
  const judged = judgeBallots(ENTRIES, ballots).find((each) => each.pseudonym === pseudonym)
  return judged?.signals.map(({ name }) => name) ?? []
}

test('an honest crowd is left alone', () => {
  expect(proposed(honestCrowd(120))).toEqual([])
  expect(proposed([])).toEqual([])
})

test('a lesson of thirty new accounts behind one address, all within the hour, is not quarantined', () => {
  const pupils = Array.from({ length: 30 }, (_, number): JudgedBallot => {
    const pupil = honest(300 + number, { addressHash: 'school', ageDays: 0, otherActs: 0 })
    return { ...pupil, scores: pupil.scores.map((score, look) => ({ ...score, minute: 5000 + number + look })) }
  })
  const ballots = [...honestCrowd(120), ...pupils]
  expect(namesOf(ballots, 'honest-300')).toEqual(['burst', 'shared-address', 'did-nothing-else'])
  expect(proposed(ballots)).toEqual([])
})

test('a class that loves its classmate’s design and is fair to the others is not quarantined', () => {
  const pupils = Array.from({ length: 25 }, (_, number): JudgedBallot => {
    const pupil = honest(300 + number, { addressHash: 'school', ageDays: 0, otherActs: 0 })
    const others = pupil.scores.filter(({ entryId }) => entryId !== NAMES[12])
    return { ...pupil, scores: [...others, { entryId: NAMES[12] ?? '', value: 5, minute: 5000 + number }] }
  })
  expect(proposed([...honestCrowd(120), ...pupils])).toEqual([])
})

test('bought ballots from a few devices are all proposed, and nobody else', () => {
  const farm = Array.from({ length: 24 }, (_, number) =>
    bought(number, { deviceHash: `farm-${number % 4}`, ageDays: 1, otherActs: 0 }),
  )
  expect(proposed([...honestCrowd(120), ...farm])).toEqual(farm.map(({ pseudonym }) => pseudonym))
})

test('a ring of old accounts, each with an address, a device and a life of its own, is found by what it says', () => {
  const ring = Array.from({ length: 20 }, (_, number) => bought(number))
  const ballots = [...honestCrowd(120), ...ring]
  expect(proposed(ballots)).toEqual(ring.map(({ pseudonym }) => pseudonym))
  const judged = judgeBallots(ENTRIES, ballots).find(({ pseudonym }) => pseudonym === 'bought-3')
  const evidence = judged?.signals.find(({ name }) => name === 'ring')?.evidence
  expect(evidence?.favourite).toBe(NAMES[12])
  expect(evidence?.sinks).toEqual(NAMES.slice(0, 4))
})

test('a single voter who lifts one and sinks several is named, and not quarantined for it alone', () => {
  const ballots = [...honestCrowd(120), bought(1)]
  expect(namesOf(ballots, 'bought-1')).toContain('lifts-one-sinks-rivals')
  expect(proposed(ballots)).toEqual([])
})

test('no circumstances, however many, propose quarantine without an opinion', () => {
  const circumstances = (Object.keys(SIGNALS) as SignalName[]).filter((name) => SIGNALS[name].about === 'circumstance')
  expect(proposeQuarantine(circumstances.map((name) => signalled(name, 4, {})))).toBe(false)
  expect(proposeQuarantine([...circumstances.map((name) => signalled(name, 4, {})), signalled('company', 1, {})])).toBe(
    true,
  )
})

test('the order in which ballots come changes no judgement', () => {
  const ballots = [...honestCrowd(60), ...Array.from({ length: 12 }, (_, number) => bought(number))]
  expect(proposed(ballots.toReversed()).toSorted()).toEqual(proposed(ballots).toSorted())
})
