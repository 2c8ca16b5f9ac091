import { expect, test } from 'vitest'
import { type CountedDuel, computeStrengths } from '#app/voting/bradley-terry.ts'
import {
  computeAuditedDuelStandings,
  computeDuelStandings,
  computeRawDuelStandings,
  type DuelBallot,
} from '#app/voting/duel-standings.ts'
import type { StandingLine } from '#app/voting/standings.ts'

const NAMES = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fern', 'grove', 'heath']
const entries = NAMES.map((entryId) => ({ entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0 }))

function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Voters for whom amber is the best and heath the worst, who lean to what is shown first and now and then see no difference. */
function ballotsOf(voters: number, { side = 1, each = 6, seed = 1 } = {}): DuelBallot[] {
  const random = drawn(seed)
  return Array.from({ length: voters }, () => ({
    duels: Array.from({ length: each }, (): CountedDuel => {
      const first = Math.floor(random() * NAMES.length)
      const second = (first + 1 + Math.floor(random() * (NAMES.length - 1))) % NAMES.length
      const [strong, weak] = [side * Math.exp(-0.4 * first), Math.exp(-0.4 * second)]
      const even = 0.5 * Math.sqrt(Math.exp(-0.4 * (first + second)))
      const drop = random() * (strong + weak + even)
      const value = drop < strong ? 0 : drop < strong + weak ? 1 : 2
      return { first: NAMES[first] ?? '', second: NAMES[second] ?? '', value }
    }),
  }))
}

function duel(first: string, second: string, value: number): DuelBallot {
  return { duels: [{ first, second, value }] }
}

function lineOf(lines: readonly StandingLine[], entryId: string): StandingLine {
  const line = lines.find((each) => each.entryId === entryId)
  if (!line) throw new Error(`${entryId} is not in the table`)
  return line
}

test('duels put the designs in the order in which people like them', () => {
  const lines = computeDuelStandings(entries, ballotsOf(400))
  expect(lines.map(({ entryId }) => entryId)).toEqual(NAMES)
  expect(lines[0]?.points).toBeGreaterThan(3.5)
  expect(lines.at(-1)?.points).toBeLessThan(1.5)
})

test('the same duels give the same table in whatever order they come', () => {
  const ballots = ballotsOf(60)
  const turned = ballots.toReversed().map(({ duels }) => ({ duels: duels.toReversed() }))
  expect(computeDuelStandings(entries.toReversed(), turned)).toEqual(computeDuelStandings(entries, ballots))
})

test('the worths, the side and the evenness are those that make the answers most likely', () => {
  const ballots = ballotsOf(200, { side: 1.5, seed: 7 })
  const { worths, side, evenness } = computeStrengths(NAMES, ballots, 1000)
  const exact = mostLikely(ballots.flatMap(({ duels }) => duels))
  worths.forEach((worth, at) => {
    expect(worth / 1_000_000 / (exact.worths[at] ?? 0)).toBeCloseTo(1, 2)
  })
  expect(side / 10_000 / exact.side).toBeCloseTo(1, 3)
  expect(evenness / 10_000 / exact.evenness).toBeCloseTo(1, 3)
  expect(side).toBeGreaterThan(12_000)
})

test('a design that was nearly always shown second loses nothing by it', () => {
  const unfair = ballotsOf(600, { side: 2.5, seed: 3 }).map(({ duels }) => ({
    // What people answer leans to the first; amber is kept only where it came second.
    duels: duels.filter(({ first }) => first !== 'amber'),
  }))
  const raw = computeRawDuelStandings(entries, unfair)
  const lines = computeDuelStandings(entries, unfair)
  expect(lineOf(raw, 'amber').place).toBeGreaterThan(1)
  expect(lineOf(lines, 'amber').place).toBe(1)
})

test('an unbeaten design and one that met nobody have finite places and wide intervals', () => {
  const lines = computeDuelStandings(entries, [
    duel('amber', 'birch', 0),
    duel('cedar', 'amber', 1),
    duel('amber', 'dune', 0),
  ])
  expect(lineOf(lines, 'amber')).toMatchObject({ place: 1, scores: 3 })
  expect(lineOf(lines, 'amber').points).toBeLessThan(4)
  expect(lineOf(lines, 'heath')).toMatchObject({ points: 2.5, scores: 0 })
  expect(lineOf(lines, 'heath').high - lineOf(lines, 'heath').low).toBeGreaterThan(3)
})

test('to beat a strong design is worth more than to beat a weak one', () => {
  const proven = ballotsOf(200, { seed: 5 }).map(({ duels }) => ({
    duels: duels.filter(({ first, second }) => ![first, second].some((id) => id === 'grove' || id === 'heath')),
  }))
  const lines = computeDuelStandings(entries, [...proven, duel('grove', 'amber', 0), duel('heath', 'fern', 0)])
  expect(lineOf(lines, 'grove').points).toBeGreaterThan(lineOf(lines, 'heath').points)
})

test('a ballot of nothing but “neither” moves nothing, a single “neither” does', () => {
  const ballots = ballotsOf(40)
  const before = computeDuelStandings(entries, ballots)
  const idle = { duels: NAMES.slice(1).map((second) => ({ first: 'amber', second, value: 2 })) }
  expect(computeDuelStandings(entries, [...ballots, idle])).toEqual(before)
  expect(computeDuelStandings(entries, [...ballots, duel('amber', 'heath', 2)])).not.toEqual(before)
})

test('who is handed more duels than two gates spreads the same say over them', () => {
  const won = { first: 'heath', second: 'amber', value: 0 }
  const short = computeDuelStandings(entries, [{ duels: [won] }])
  const long = computeDuelStandings(entries, [{ duels: [won], handed: 80 }])
  expect(lineOf(long, 'heath').points).toBeLessThan(lineOf(short, 'heath').points)
  expect(lineOf(long, 'heath').points).toBeGreaterThan(2.5)
})

test('the 80 % interval holds the points that ten times the voters find, about as often as it says', () => {
  const truth = computeDuelStandings(entries, ballotsOf(6000, { seed: 99 }))
  const held = Array.from({ length: 40 }, (_, run) =>
    computeDuelStandings(entries, ballotsOf(60, { seed: 1000 + run })),
  )
    .flat()
    .map((line) => {
      const { points } = lineOf(truth, line.entryId)
      return line.low <= points && points <= line.high
    })
  const share = held.filter(Boolean).length / held.length
  expect(share).toBeGreaterThan(0.74)
  expect(share).toBeLessThan(0.9)
})

test('the raw view is five times the share of duels won, whoever the rivals were', () => {
  const lines = computeRawDuelStandings(entries, [
    duel('amber', 'birch', 0),
    duel('amber', 'cedar', 0),
    duel('dune', 'amber', 0),
    duel('elm', 'amber', 2),
  ])
  expect(lineOf(lines, 'amber')).toMatchObject({ points: 3.13, scores: 4 })
  expect(lineOf(lines, 'elm')).toMatchObject({ points: 2.5, scores: 1 })
  expect(lineOf(lines, 'heath')).toMatchObject({ points: 0, low: 0, high: 5, scores: 0 })
})

test('the audited view trusts ballots less that contradict what all say', () => {
  const honest = ballotsOf(80, { seed: 11 })
  const bought = Array.from({ length: 8 }, () => ({
    duels: NAMES.slice(0, 6).map((rival, at) =>
      at % 2 === 0 ? { first: 'heath', second: rival, value: 0 } : { first: rival, second: 'heath', value: 1 },
    ),
  }))
  const official = computeDuelStandings(entries, [...honest, ...bought])
  const audited = computeAuditedDuelStandings(entries, [...honest, ...bought])
  expect(lineOf(audited, 'heath').points).toBeLessThan(lineOf(official, 'heath').points)
})

test('a duel of a design that does not stand is the caller’s mistake', () => {
  expect(() => computeDuelStandings(entries, [duel('amber', 'yew', 0)])).toThrow('yew')
  expect(() => computeRawDuelStandings(entries, [duel('yew', 'amber', 0)])).toThrow('yew')
})

test('a hundred thousand duels won by one design stay exact whole numbers', () => {
  const ballots = Array.from({ length: 100_000 }, (_, at) => duel('amber', NAMES[1 + (at % 7)] ?? '', 0))
  const { worths, knowledge } = computeStrengths(NAMES, ballots, 6)
  expect([...worths, ...knowledge].every(Number.isSafeInteger)).toBe(true)
  expect(worths[0]).toBeGreaterThan(30_000_000)
})

/** The same model and priors in floating point, stepped until nothing moves. */
function mostLikely(duels: readonly CountedDuel[]): { worths: number[]; side: number; evenness: number } {
  const worths = NAMES.map(() => 1)
  let [side, evenness] = [1, 0.5]
  const played = duels.map(({ first, second, value }) => ({ f: NAMES.indexOf(first), s: NAMES.indexOf(second), value }))
  for (let round = 0; round < 4000; round += 1) {
    const [earned, expected] = [NAMES.map(() => 1), worths.map((worth) => (2 * worth) / (1 + worth))]
    const evens = 2 + (side - 1) + evenness
    let [firsts, neithers, firstsExpected, neithersExpected] = [4, 2, (10 * side) / evens, (10 * evenness) / evens]
    for (const { f, s, value } of played) {
      const [strong, weak] = [side * (worths[f] ?? 1), worths[s] ?? 1]
      const even = evenness * Math.sqrt((worths[f] ?? 1) * weak)
      const all = strong + weak + even
      earned[f] = (earned[f] ?? 0) + (value === 0 ? 1 : value === 2 ? 0.5 : 0)
      earned[s] = (earned[s] ?? 0) + (value === 1 ? 1 : value === 2 ? 0.5 : 0)
      expected[f] = (expected[f] ?? 0) + (strong + even / 2) / all
      expected[s] = (expected[s] ?? 0) + (weak + even / 2) / all
      firsts += value === 0 ? 1 : 0
      neithers += value === 2 ? 1 : 0
      firstsExpected += strong / all
      neithersExpected += even / all
    }
    if (round % 2 === 0) {
      worths.forEach((worth, at) => {
        worths[at] = (worth * (earned[at] ?? 1)) / (expected[at] ?? 1)
      })
    } else {
      side *= firsts / firstsExpected
      evenness *= neithers / neithersExpected
    }
  }
  return { worths, side, evenness }
}
