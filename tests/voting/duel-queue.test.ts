import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePair, type DuelCandidate, type OwnDuel } from '#app/voting/duel-queue.ts'

const NOBODY = () => new Map<string, number>()

function candidate(entryId: string, more: Partial<DuelCandidate> = {}): DuelCandidate {
  return { entryId, met: 0, duels: 0, firsts: 0, shuffle: (entryId.codePointAt(0) ?? 0) * 1000, ...more }
}

/** What a voter is asked when they answer everything by `taste`, until nothing is left. */
function wholeBallot(names: readonly string[], taste: (first: string, second: string) => number): OwnDuel[] {
  const own: OwnDuel[] = []
  for (;;) {
    const candidates = names.map((name) =>
      candidate(name, { met: own.filter(({ first, second }) => [first, second].includes(name)).length }),
    )
    const pair = choosePair(candidates, own, NOBODY, 'voter')
    if (!pair) return own
    own.push({ first: pair[0], second: pair[1], value: taste(...pair) })
  }
}

test('the two designs that the fewest duels were spent on come first', () => {
  const entries = [
    candidate('a', { duels: 9 }),
    candidate('b', { duels: 1 }),
    candidate('c', { duels: 5 }),
    candidate('d', { duels: 2 }),
  ]
  expect(choosePair(entries, [], NOBODY, 'voter')?.toSorted()).toEqual(['b', 'd'])
})

test('what this voter never met goes before what few others saw', () => {
  const entries = [candidate('a', { met: 1 }), candidate('b', { duels: 7 }), candidate('c', { duels: 8 })]
  const own = [{ first: 'a', second: 'z', value: 0 }]
  expect(choosePair(entries, own, NOBODY, 'voter')?.toSorted()).toEqual(['b', 'c'])
})

test('among rivals that were shown as little, the one it was least compared with', () => {
  const entries = [candidate('a', { duels: 3 }), ...['b', 'c', 'd'].map((name) => candidate(name, { duels: 4 }))]
  const compared = new Map([
    ['b', 2],
    ['c', 1],
    ['d', 2],
  ])
  for (const voterId of ['u', 'v', 'w', 'x'])
    expect(choosePair(entries, [], () => compared, voterId)?.toSorted()).toEqual(['a', 'c'])
})

test('the design that stood second more often stands first now', () => {
  const entries = [candidate('a', { duels: 10, firsts: 7 }), candidate('b', { duels: 10, firsts: 5 })]
  expect(choosePair(entries, [], NOBODY, 'voter')).toEqual(['b', 'a'])
})

test('where neither is owed the first side, a coin of the voter’s own decides', () => {
  const entries = [candidate('a'), candidate('b')]
  const firsts = Array.from({ length: 400 }, (_, n) => choosePair(entries, [], NOBODY, `voter ${n}`)?.[0])
  const shareOfA = firsts.filter((first) => first === 'a').length / firsts.length
  expect(shareOfA).toBeGreaterThan(0.4)
  expect(shareOfA).toBeLessThan(0.6)
})

test('who prefers a to b and b to c is not asked about a and c', () => {
  const own = [
    { first: 'a', second: 'b', value: 0 },
    { first: 'c', second: 'b', value: 1 },
  ]
  expect(
    choosePair(
      ['a', 'b', 'c'].map((name) => candidate(name, { met: 1 })),
      own,
      NOBODY,
      'voter',
    ),
  ).toBeNull()
})

test('“neither” and a pass say nothing about a third', () => {
  for (const value of [2, null]) {
    const own = [
      { first: 'a', second: 'b', value },
      { first: 'b', second: 'c', value: 0 },
    ]
    const pair = choosePair(
      ['a', 'b', 'c'].map((name) => candidate(name, { met: 1 })),
      own,
      NOBODY,
      'voter',
    )
    expect(pair?.toSorted()).toEqual(['a', 'c'])
  }
})

test('no two come twice, whatever was answered, and one who sees no difference is asked about all pairs', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7 }),
      fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }),
      (count, answers) => {
        const names = Array.from({ length: count }, (_, at) => String.fromCodePoint(97 + at))
        let asked = 0
        const own = wholeBallot(names, () => answers[asked++ % answers.length] ?? 0)
        const pairs = own.map(({ first, second }) => [first, second].toSorted().join())
        return new Set(pairs).size === pairs.length && own.every(({ first, second }) => first !== second)
      },
    ),
  )
  expect(wholeBallot(['a', 'b', 'c', 'd', 'e'], () => 2)).toHaveLength(10)
})

test('a voter with a clear order sorts sixteen designs in far fewer than all 120 pairs', () => {
  const names = Array.from({ length: 16 }, (_, at) => String.fromCodePoint(97 + at))
  const own = wholeBallot(names, (first, second) => (first < second ? 0 : 1))
  expect(own.length).toBeLessThan(75)
  // In the first eight duels they meet every design once.
  expect(new Set(own.slice(0, 8).flatMap(({ first, second }) => [first, second])).size).toBe(16)
})
