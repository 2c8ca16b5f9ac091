import { expect, test } from 'vitest'
import {
  computeAuditedDuelStandings,
  computeDuelStandings,
  computeRawDuelStandings,
} from '#app/voting/duel-standings.ts'
import type { StandingLine } from '#app/voting/standings.ts'
import { ballotsOf, duel, NAMES } from './duels-of-eight.ts'

const entries = NAMES.map((entryId) => ({ entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0 }))

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
