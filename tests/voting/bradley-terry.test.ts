import { expect, test } from 'vitest'
import { type CountedDuel, computeStrengths } from '#app/voting/bradley-terry.ts'
import type { DuelBallot } from '#app/voting/duel-standings.ts'
import { ballotsOf, duel, NAMES } from './duels-of-eight.ts'

test('the worths explain what was earned in duels that tell the less the more unlike two designs are, side and evenness all answers', () => {
  const ballots = ballotsOf(200, { side: 1.5, seed: 7 })
  const { worths, side, evenness } = computeStrengths(NAMES, ballots, 1000)
  const exact = balance(ballots.flatMap(({ duels }) => duels))
  worths.forEach((worth, at) => {
    expect(worth / 1_000_000 / (exact.worths[at] ?? 0)).toBeCloseTo(1, 2)
  })
  expect(side / 10_000 / exact.side).toBeCloseTo(1, 3)
  expect(evenness / 10_000 / exact.evenness).toBeCloseTo(1, 3)
  expect(side).toBeGreaterThan(12_000)
})

test('bought ballots that let the favourite lose to outsiders take less from it than where all duels tell as much', () => {
  const honest = ballotsOf(270, { seed: 21 })
  const bought = ballotsOf(30, { seed: 22 }).map(({ duels }) => ({
    duels: duels.map(({ first, second, value }) => {
      const sunk = [first, second].includes('amber') && NAMES.slice(4).some((id) => id === first || id === second)
      return { first, second, value: sunk ? (first === 'amber' ? 1 : 0) : value }
    }),
  }))
  const said = (ballots: readonly DuelBallot[]) => ballots.flatMap(({ duels }) => duels)
  const lead = ([first, second]: readonly number[]) => Math.log((first ?? 1) / (second ?? 1))
  const ours = (ballots: readonly DuelBallot[]) => lead(computeStrengths(NAMES, ballots, 1000).worths)
  const plain = (ballots: readonly DuelBallot[]) => lead(balance(said(ballots), true).worths)
  const all = [...honest, ...bought]
  expect(ours(honest) - ours(all)).toBeGreaterThan(0.1)
  expect(ours(honest) - ours(all)).toBeLessThan(0.85 * (plain(honest) - plain(all)))
})

test('the last place’s victory over the favourite tells less than that of the favourite’s closest rival', () => {
  const told = (first: string) => {
    const before = computeStrengths(NAMES, ballotsOf(400), 1000).worths[0] ?? 0
    const after = computeStrengths(NAMES, [...ballotsOf(400), ...Array(5).fill(duel(first, 'amber', 0))], 1000)
    return Math.log(before / (after.worths[0] ?? 1))
  }
  expect(told('heath')).toBeGreaterThan(0)
  expect(told('heath')).toBeLessThan(1.1 * told('birch'))
})

test('a hundred thousand duels won by one design stay exact whole numbers', () => {
  const ballots = Array.from({ length: 100_000 }, (_, at) => duel('amber', NAMES[1 + (at % 7)] ?? '', 0))
  const { worths, knowledge } = computeStrengths(NAMES, ballots, 6)
  expect([...worths, ...knowledge].every(Number.isSafeInteger)).toBe(true)
  expect(worths[0]).toBeGreaterThan(30_000_000)
})

/** The same model, priors and closeness in floating point, stepped until nothing moves; `plain` as if all duels told as much. */
function balance(duels: readonly CountedDuel[], plain = false): { worths: number[]; side: number; evenness: number } {
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
      const told = plain ? 1 : (2 * Math.sqrt((worths[f] ?? 1) * weak)) / ((worths[f] ?? 1) + weak)
      earned[f] = (earned[f] ?? 0) + told * (value === 0 ? 1 : value === 2 ? 0.5 : 0)
      earned[s] = (earned[s] ?? 0) + told * (value === 1 ? 1 : value === 2 ? 0.5 : 0)
      expected[f] = (expected[f] ?? 0) + (told * (strong + even / 2)) / all
      expected[s] = (expected[s] ?? 0) + (told * (weak + even / 2)) / all
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
