import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, digestOf } from '#app/voting/digest.ts'
import {
  CLIP,
  type CountedBallot,
  type CountedEntry,
  computeStandings,
  distances,
  PRIOR_SCORES,
  type StandingLine,
  TIE_BREAK,
} from '#app/voting/standings.ts'

const NAMES = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fern', 'grove', 'heath', 'iris', 'juniper']

function entry(entryId: string, more: Partial<CountedEntry> = {}): CountedEntry {
  return { entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0, ...more }
}

function ballot(scores: Record<string, number>): CountedBallot {
  return { scores: Object.entries(scores).map(([entryId, value]) => ({ entryId, value })) }
}

function withFive({ scores }: CountedBallot, entryId: string): CountedBallot {
  return { scores: [...scores.filter((score) => score.entryId !== entryId), { entryId, value: 5 }] }
}

function lineOf(lines: readonly StandingLine[], entryId: string): StandingLine {
  const line = lines.find((each) => each.entryId === entryId)
  if (!line) throw new Error(`${entryId} is not in the table`)
  return line
}

const entriesOf = NAMES.map((name, index) => entry(name, { submittedAt: `2026-03-0${(index % 9) + 1}T09:00:00.000Z` }))
const aBallot = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 5 })), {
    selector: ([name]) => name,
    minLength: 1,
  })
  .map((pairs) => ballot(Object.fromEntries(pairs)))
const NONCE = '0123456789abcdef'.repeat(4)
const someBallots = fc.array(aBallot, { maxLength: 40 })

test('the order in which entries, ballots and scores arrive changes no byte of the result', async () => {
  await fc.assert(
    fc.asyncProperty(
      someBallots,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (ballots, dice) => {
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, key: dice.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const textOf = (entries: readonly CountedEntry[], given: readonly CountedBallot[]) =>
          canonicalText({
            contestId: 'c',
            closedAt: '2026-03-30T18:00:00.000Z',
            nonce: NONCE,
            entries,
            ballots: given,
            standings: computeStandings(entries, given),
          })
        const text = textOf(entriesOf, ballots)
        const again = textOf(
          shuffled(entriesOf),
          shuffled(ballots).map((each) => ({ scores: shuffled(each.scores) })),
        )
        expect(again).toBe(text)
        expect(await digestOf(again)).toBe(await digestOf(text))
      },
    ),
  )
})

test('the same vote gives the same digest on every machine', async () => {
  const ballots = NAMES.map((_, voter) => ballot(Object.fromEntries(NAMES.map((name, n) => [name, (voter * n) % 6]))))
  const standings = computeStandings(entriesOf, ballots)
  const closedAt = '2026-03-30T18:00:00.000Z'
  const text = canonicalText({ contestId: 'c', closedAt, nonce: NONCE, entries: entriesOf, ballots, standings })
  expect(await digestOf(text)).toMatchInlineSnapshot(
    `"c311fb726fd545d00b7df08b5ea85f8eea57d53b5e1cb3e2435a00e5e0690c34"`,
  )
})

test('a voter who gives everything the same score moves nothing', () => {
  fc.assert(
    fc.property(
      someBallots,
      fc.subarray(NAMES, { minLength: 2 }),
      fc.integer({ min: 0, max: 5 }),
      (ballots, names, value) => {
        const constant = ballot(Object.fromEntries(names.map((name) => [name, value])))
        expect(computeStandings(entriesOf, [...ballots, constant])).toEqual(computeStandings(entriesOf, ballots))
      },
    ),
  )
})

test('a strict and a generous voter of the same taste say nearly the same', () => {
  const strict = distances([0, 1, 2], 25_000)
  const generous = distances([3, 4, 5], 25_000)
  const differences = strict.map((distance, index) => Math.abs(distance - (generous[index] ?? 0)))
  // Three points apart on the scale; after centring three scores against the pull of three, half of that.
  expect(Math.max(...differences)).toBeLessThanOrEqual(15_000)
  const long = [0, 1, 2, 0, 1, 2, 0, 1, 2]
  const [first = 0] = distances(long, 25_000)
  const [firstOfGenerous = 0] = distances(
    long.map((value) => value + 3),
    25_000,
  )
  expect(Math.abs(first - firstOfGenerous)).toBeLessThanOrEqual(7_500)
})

test('no score lies farther than the clip from its voter’s centre', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 50_000 }),
      (values, middle) =>
        distances(values, middle).every(
          (distance) => Number.isInteger(distance) && Math.abs(distance) <= CLIP * 10_000,
        ),
    ),
  )
})

test('bought votes carry an entry no farther from the middle than the clip allows, whatever else is on those ballots', () => {
  const boughtBallots = fc
    .array(aBallot, { maxLength: 12 })
    .map((others) => others.map((other) => withFive(other, 'amber')))
  fc.assert(
    fc.property(fc.array(aBallot, { maxLength: 40 }), boughtBallots, (honest, bought) => {
      const lines = computeStandings([...entriesOf, entry('unscored')], [...honest, ...bought])
      const { points, scores } = lineOf(lines, 'amber')
      const middle = lineOf(lines, 'unscored').points
      // Both are rounded to hundredths.
      expect(Math.abs(points - middle)).toBeLessThanOrEqual((CLIP * scores) / (scores + PRIOR_SCORES) + 0.011)
    }),
  )
})

test('ten bought votes of 5 for one and 0 for its rivals cannot lift a weak entry over a strong one that a hundred scored', () => {
  const taste: Record<string, number> = { amber: 4, birch: 3, cedar: 3, dune: 2, elm: 2, fern: 1, grove: 3, heath: 2 }
  const honest = Array.from({ length: 100 }, (_, voter) =>
    ballot(
      Object.fromEntries(Object.entries(taste).map(([name, value], n) => [name, value + (((voter + n) % 3) - 1)])),
    ),
  )
  const bought = Array.from({ length: 10 }, () =>
    ballot({ ...Object.fromEntries(Object.keys(taste).map((name) => [name, 0])), fern: 5 }),
  )
  const names = Object.keys(taste)
  const lines = computeStandings(
    names.map((name) => entry(name)),
    [...honest, ...bought],
  )
  expect(lines[0]?.entryId).toBe('amber')
  expect(lineOf(lines, 'fern').place).toBe(names.length)
})

test('an entry that few scored stays nearer the middle than one that many scored alike', () => {
  const many = Array.from({ length: 20 }, () => ballot({ amber: 5, birch: 1, cedar: 3 }))
  const one = ballot({ dune: 5, birch: 1, cedar: 3 })
  const lines = computeStandings(
    ['amber', 'birch', 'cedar', 'dune'].map((name) => entry(name)),
    [...many, one],
  )
  expect(lineOf(lines, 'amber').points).toBeGreaterThan(lineOf(lines, 'dune').points)
  const width = (line: StandingLine) => line.high - line.low
  expect(width(lineOf(lines, 'dune'))).toBeGreaterThan(width(lineOf(lines, 'amber')))
})

test('points and intervals stay on the scale, in hundredths, around each other', () => {
  fc.assert(
    fc.property(someBallots, (ballots) => {
      for (const line of computeStandings(entriesOf, ballots)) {
        expect(line.low).toBeLessThanOrEqual(line.points)
        expect(line.points).toBeLessThanOrEqual(line.high)
        expect(line.low).toBeGreaterThanOrEqual(0)
        expect(line.high).toBeLessThanOrEqual(5)
        for (const number of [line.low, line.points, line.high]) expect(Number(number.toFixed(2))).toBe(number)
      }
    }),
  )
})

test('every place is given once and the tie groups run down the table without a gap', () => {
  fc.assert(
    fc.property(someBallots, (ballots) => {
      const lines = computeStandings(entriesOf, ballots)
      expect(lines.map((line) => line.place)).toEqual(lines.map((_, index) => index + 1))
      let group = 1
      for (const line of lines) {
        expect([group, group + 1]).toContain(line.tieGroup)
        group = line.tieGroup
      }
    }),
  )
})

test('a group of declared ties holds who reaches its first, and ends with the first who does not', () => {
  fc.assert(
    fc.property(someBallots, (ballots) => {
      const lines = computeStandings(entriesOf, ballots)
      let [first] = lines
      for (const line of lines) {
        const reaches = first !== undefined && line.high >= first.low
        expect(line.tieGroup === first?.tieGroup).toBe(reaches)
        if (!reaches) first = line
      }
    }),
  )
})

test('with nobody’s scores all stand in the middle, tied, the earliest first', () => {
  const lines = computeStandings(
    [entry('late', { submittedAt: '2026-03-02' }), entry('early', { submittedAt: '2026-03-01' })],
    [],
  )
  expect(lines.map((line) => [line.entryId, line.points, line.scores, line.tieGroup])).toEqual([
    ['early', 2.5, 0, 1],
    ['late', 2.5, 0, 1],
  ])
  expect(computeStandings([], [])).toEqual([])
})

test('equal points are decided by “I’d buy it”, then the number of scores, then the earliest; the jury, who sees them later, has no say', () => {
  expect(TIE_BREAK).toEqual(['would-buy', 'scores', 'earliest'])
  const place = (entries: CountedEntry[], ballots: CountedBallot[] = []) =>
    computeStandings(entries, ballots).map((line) => line.entryId)
  expect(place([entry('a', { buyMarks: 1 }), entry('b', { buyMarks: 2 })])).toEqual(['b', 'a'])
  // Scores that cancel out: b has two, a none; both stand in the middle.
  const level = [ballot({ b: 1, c: 4 }), ballot({ b: 4, c: 1 })]
  expect(place([entry('a'), entry('b'), entry('c', { buyMarks: 9 })], level)).toEqual(['c', 'b', 'a'])
  expect(place([entry('a', { submittedAt: '2026-03-02' }), entry('b', { submittedAt: '2026-03-01' })])).toEqual([
    'b',
    'a',
  ])
  expect(place([entry('b'), entry('a')])).toEqual(['a', 'b'])
})

test('a score for an entry that does not stand is a bug of the caller and is not passed over', () => {
  expect(() => computeStandings([entry('a')], [ballot({ a: 1, gone: 5 })])).toThrow('gone')
})
