import { expect, test } from 'vitest'
import { enoughFor, exposedBy, jurorsNeeded, orderFinalists } from '#app/jury/finalist-order.ts'
import { chooseFinalists } from '#app/jury/finalist-pairs.ts'
import type { CountedDuel } from '#app/voting/bradley-terry.ts'

const FIVE = ['a', 'b', 'c', 'd', 'e']
const counted = (ids: readonly string[]) =>
  ids.map((entryId) => ({ entryId, buyMarks: 0, submittedAt: '2026-05-01T10:00:00.000Z' }))
/** Prefers what comes first in the alphabet. */
const byAlphabet = ([first, second]: readonly [string, string]): CountedDuel => ({
  ...{ first, second },
  value: first < second ? 0 : 1,
})

/** Everything a juror is asked, answered as it comes. */
function askAll(ids: readonly string[], jurorId: string, answer = byAlphabet) {
  const own: CountedDuel[] = []
  const asked: { pair: [string, string]; swapped: boolean }[] = []
  for (let next = chooseFinalists(ids, own, jurorId); next; next = chooseFinalists(ids, own, jurorId)) {
    asked.push(next)
    own.push(answer(next.pair))
  }
  return { own, asked }
}

test('a juror is asked every pair once, and then every pair again with its sides swapped, and no more', () => {
  const { asked } = askAll(FIVE, 'juror')
  const names = asked.map(({ pair }) => pair.join(' '))
  expect(new Set(names).size).toBe(20)
  const once = asked.slice(0, 10).map(({ pair }) => pair.toSorted().join(' '))
  expect(new Set(once).size).toBe(10)
  expect(asked.map(({ swapped }) => swapped)).toEqual([...Array(10).fill(false), ...Array(10).fill(true)])
})

test('at a first look each finalist is on the left about as often as on the right', () => {
  for (const juror of ['one', 'two', 'three', 'four']) {
    const first = askAll(FIVE, juror).asked.slice(0, 10)
    for (const id of FIVE) {
      const lead = first.filter(({ pair }) => pair[0] === id).length - first.filter(({ pair }) => pair[1] === id).length
      expect(Math.abs(lead)).toBeLessThanOrEqual(2)
    }
  }
})

test('jurors are asked in orders and on sides of their own', () => {
  const orders = ['one', 'two', 'three', 'four'].map((juror) => askAll(FIVE, juror).asked[0]?.pair.join(' '))
  expect(new Set(orders).size).toBeGreaterThan(2)
})

test('what is asked next is where least is known: near in the juror’s own order, seldom compared', () => {
  const own = [...Array(3)].flatMap((): CountedDuel[] => [
    { first: 'a', second: 'd', value: 0 },
    { first: 'd', second: 'a', value: 1 },
  ])
  // Of a and d something is known: the next pair is the other two.
  expect(chooseFinalists(['a', 'b', 'c', 'd'], own, 'juror')?.pair.toSorted()).toEqual(['b', 'c'])
})

test('who prefers by the alphabet has the alphabet as their order, within the pairs that are enough', () => {
  const { own } = askAll(FIVE, 'juror')
  const order = orderFinalists(counted(FIVE), [own.slice(0, enoughFor(5))])
  expect(order.map(({ entryId }) => entryId)).toEqual(FIVE)
  for (const { low, points, high } of order) expect(low <= points && points <= high).toBe(true)
})

test('a juror who goes through the pairs twice has no more say than one who does it once', () => {
  const once = askAll(FIVE, 'once').own.slice(0, 10)
  const twice = askAll(FIVE, 'twice', (pair) => ({ ...byAlphabet(pair), value: 1 - byAlphabet(pair).value })).own
  const [first, last] = orderFinalists(counted(FIVE), [once, twice]).map(({ points }) => points)
  expect((first ?? 5) - (last ?? 0)).toBeLessThan(0.2)
})

test('who always takes the left one says nothing of the designs', () => {
  const { own } = askAll(FIVE, 'left', ([first, second]) => ({ first, second, value: 0 }))
  const points = orderFinalists(counted(FIVE), [own]).map((line) => line.points)
  expect(Math.max(...points) - Math.min(...points)).toBeLessThan(0.05)
})

test('fewer than two finalists leave nothing to ask', () => {
  expect(chooseFinalists([], [], 'juror')).toBeNull()
  expect(chooseFinalists(['a'], [], 'juror')).toBeNull()
  expect(orderFinalists([], [])).toEqual([])
})

test('enough is every pair of few finalists, and two pairs for each of many', () => {
  expect([1, 2, 3, 5, 6, 8, 50].map(enoughFor)).toEqual([0, 1, 3, 10, 12, 16, 100])
})

test('the panel’s order needs as many jurors as an approval, two at least, and never more than sit there', () => {
  expect(jurorsNeeded({ quorum: 1, able: 4 })).toBe(3)
  expect(jurorsNeeded({ quorum: 4, able: 5 })).toBe(4)
  expect(jurorsNeeded({ quorum: 1, able: 2 })).toBe(2)
  expect(jurorsNeeded({ quorum: 2, able: 1 })).toBe(1)
  expect(jurorsNeeded({ quorum: 1, able: 0 })).toBe(1)
  expect([1, 2, 3].map(exposedBy)).toEqual(['to-everybody', 'to-the-other', null])
})
