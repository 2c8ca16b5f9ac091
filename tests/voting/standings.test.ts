import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '#app/voting/digest.ts'
import { standingText } from '#app/voting/export/export-format.ts'
import {
  type CountedBallot,
  type CountedEntry,
  computeStandings,
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
const textOfStandings = (lines: readonly StandingLine[]) =>
  lines.map((line) => standingText('official', line)).join('\n')
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
          textOfStandings(computeStandings(entries, given))
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
  expect(await digestOf(textOfStandings(standings))).toMatchInlineSnapshot(
    `"aa6cdefc405fe33032491b3a514a54b52dc4c555c92183eeb0e729016499e1cc"`,
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

test('a design that only strict voters met stands where its equal stands that only generous voters met', () => {
  const common = ['birch', 'cedar', 'dune', 'elm', 'fern']
  const strict = common.map((name, index) => [name, index % 3])
  const generous = common.map((name, index) => [name, (index % 3) + 3])
  const ballots = Array.from({ length: 20 }, () => [
    ballot(Object.fromEntries([...strict, ['amber', 1]])),
    ballot(Object.fromEntries([...generous, ['grove', 4]])),
  ]).flat()
  const lines = computeStandings(entriesOf, ballots)
  // Three points apart on the scale; the plain mean says so.
  expect(Math.abs(lineOf(lines, 'amber').points - lineOf(lines, 'grove').points)).toBeLessThan(1.2)
  const long = Array.from({ length: 40 }, (_, index) => entry(`entry-${index}`))
  const many = [0, 3].flatMap((more) =>
    Array.from({ length: 20 }, () =>
      ballot(
        Object.fromEntries([
          ...long.slice(2).map(({ entryId }, at) => [entryId, (at % 3) + more]),
          [`entry-${more / 3}`, 1 + more],
        ]),
      ),
    ),
  )
  const table = computeStandings(long, many)
  expect(Math.abs(lineOf(table, 'entry-0').points - lineOf(table, 'entry-1').points)).toBeLessThan(0.25)
})

test('who uses the whole scale and who uses a little of it say the same', () => {
  const wide = { amber: 5, birch: 3, cedar: 1, dune: 5, elm: 3, fern: 1, grove: 3, heath: 3 }
  const narrow = { amber: 4, birch: 3, cedar: 2, dune: 4, elm: 3, fern: 2, grove: 3, heath: 3 }
  // As many of the one who prefer amber as of the other who prefer cedar.
  const swapped = (of: typeof wide) => ({ ...of, amber: of.cedar, cedar: of.amber })
  const lines = computeStandings(entriesOf, [
    ...Array.from({ length: 10 }, () => ballot(wide)),
    ...Array.from({ length: 10 }, () => ballot(swapped(narrow))),
  ])
  expect(Math.abs(lineOf(lines, 'amber').points - lineOf(lines, 'cedar').points)).toBeLessThan(0.5)
})

test('a spiteful 0 lowers what all like no more than a 3 does', () => {
  const liked = Array.from({ length: 40 }, (_, voter) =>
    ballot({ amber: 5, birch: 2 + (voter % 2), cedar: 1, dune: 2, elm: 3, fern: 2 }),
  )
  const others = { birch: 3, cedar: 2, dune: 2, elm: 3, fern: 2, grove: 2, heath: 3 }
  const [spiteful, lukewarm] = [0, 3].map((amber) =>
    computeStandings(entriesOf, [...liked, ballot({ ...others, amber })]),
  )
  const fall = lineOf(lukewarm ?? [], 'amber').points - lineOf(spiteful ?? [], 'amber').points
  expect(fall).toBeLessThanOrEqual(0.02)
  // The plain mean falls by 3 / 41.
  expect(3 / 41).toBeGreaterThan(0.07)
})

test('who goes through the whole queue until a certain design comes has no more say than who looks at a few', () => {
  const names = Array.from({ length: 40 }, (_, index) => `entry-${index}`)
  const entries = names.map((name) => entry(name))
  const honest = Array.from({ length: 40 }, (_, voter) => ({
    handed: 12,
    ...ballot(
      Object.fromEntries(
        Array.from({ length: 12 }, (__, look) => [names[(voter * 7 + look) % 40], (voter + look) % 6]),
      ),
    ),
  }))
  const scores = ballot(Object.fromEntries(names.slice(0, 8).map((name, index) => [name, index === 0 ? 5 : 1])))
  const withBallots = (handed: number) =>
    lineOf(
      computeStandings(entries, [...honest, ...Array.from({ length: 10 }, () => ({ handed, ...scores }))]),
      'entry-0',
    ).points
  expect(withBallots(8)).toBe(withBallots(16))
  expect(withBallots(40)).toBeLessThan(withBallots(16))
  const middle = lineOf(computeStandings(entries, honest), 'entry-0').points
  expect(withBallots(40) - middle).toBeLessThan((withBallots(16) - middle) * 0.75)
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
