import { expect, test } from 'vitest'
import { findBursts } from '#app/voting/signals/burst.ts'
import { findDidNothingElse } from '#app/voting/signals/did-nothing-else.ts'
import { findDisposableMail } from '#app/voting/signals/disposable-mail.ts'
import { judgeBallots } from '#app/voting/signals/judge-ballots.ts'
import type { JudgedBallot } from '#app/voting/signals/judged-ballot.ts'
import { findLookAlikes } from '#app/voting/signals/look-alike.ts'
import { ADDRESS_BALLOTS, findSharedAddresses } from '#app/voting/signals/shared-address.ts'
import { findSharedDevices } from '#app/voting/signals/shared-device.ts'
import type { Findings } from '#app/voting/signals/signal.ts'
import { ENTRIES, honest, honestCrowd } from './a-crowd.ts'

function found(find: (judged: { ballots: JudgedBallot[]; departures: [] }) => Findings, ballots: JudgedBallot[]) {
  return [...find({ ballots, departures: [] })].map(([at, { weight }]) => [at, weight])
}

function inAMinute(ballot: JudgedBallot, minute: number): JudgedBallot {
  return { ...ballot, scores: ballot.scores.map((score, look) => ({ ...score, minute: minute + look })) }
}

test('a burst is many ballots within two hours, not many ballots', () => {
  const evenly = honestCrowd(100)
  expect(found(findBursts, evenly)).toEqual([])
  const rushed = [
    ...evenly,
    ...Array.from({ length: 30 }, (_, number) => inAMinute(honest(200 + number), 9000 + number)),
  ]
  const places = found(findBursts, rushed).map(([at]) => at)
  expect(places.filter((at = 0) => at >= 100)).toHaveLength(30)
  expect(places.length).toBeLessThan(50)
})

test('a household shares an address without a signal, a fourth ballot from it gives one', () => {
  const at = (count: number) => Array.from({ length: count }, (_, number) => honest(number, { addressHash: 'one' }))
  expect(found(findSharedAddresses, at(ADDRESS_BALLOTS - 1))).toEqual([])
  expect(found(findSharedAddresses, at(ADDRESS_BALLOTS))).toHaveLength(ADDRESS_BALLOTS)
  expect(
    found(
      findSharedAddresses,
      at(9).map((ballot) => ({ ...ballot, facts: { ...ballot.facts, addressHash: null } })),
    ),
  ).toEqual([])
})

test('two ballots from a device weigh one point, three weigh four', () => {
  const at = (count: number) => Array.from({ length: count }, (_, number) => honest(number, { deviceHash: 'one' }))
  expect(found(findSharedDevices, at(1))).toEqual([])
  expect(found(findSharedDevices, at(2))).toEqual([
    [0, 1],
    [1, 1],
  ])
  expect(found(findSharedDevices, at(3))).toEqual([
    [0, 4],
    [1, 4],
    [2, 4],
  ])
})

test('mail from a provider of addresses for minutes is a signal', () => {
  expect(found(findDisposableMail, [honest(1), honest(2, { mail: 'disposable' })])).toEqual([[1, 1]])
})

test('a young account that only voted is a signal; an old one, or one that did something else, is not', () => {
  const ballots = [honest(1, { ageDays: 3, otherActs: 0 }), honest(2, { ageDays: 3 }), honest(3, { otherActs: 0 })]
  expect(found(findDidNothingElse, ballots)).toEqual([[0, 1]])
})

test('accounts of one day with the same ballot are look-alikes; the same ballot years apart is taste', () => {
  const copy = (number: number, ageDays: number): JudgedBallot => ({
    ...honest(number, { ageDays }),
    scores: honest(1).scores,
  })
  expect(found(findLookAlikes, [copy(1, 5), copy(2, 5), copy(3, 400), honest(4, { ageDays: 5 })])).toEqual([
    [0, 2],
    [1, 2],
  ])
})

test('evidence never holds an address or a device', () => {
  const ballots = Array.from({ length: 6 }, (_, number) =>
    honest(number, { addressHash: 'secret-a', deviceHash: 'secret-d' }),
  )
  expect(JSON.stringify(judgeBallots(ENTRIES, ballots))).not.toContain('secret')
})
