import { expect, test } from 'vitest'
import { CONDITIONS, holdElection, SIZES } from '../../../scripts/benches/fairness/election.ts'
import { estimateLead, estimateShare } from '../../../scripts/benches/fairness/intervals.ts'
import { firstOf, METHOD_NAMES, METHODS } from '../../../scripts/benches/fairness/measure.ts'
import { randomFrom } from '../../../scripts/benches/fairness/random.ts'
import { drawPerson, expectedScore, opinion } from '../../../scripts/benches/fairness/taste.ts'

const [reference, small] = SIZES

test('a seed gives the same numbers for ever, and two streams of it different ones', () => {
  const numbers = (seed: number, stream: number) => {
    const random = randomFrom(seed, stream)
    return [random.whole(1000), random.whole(1000), random.whole(1000), random.normal().toFixed(6)]
  }
  expect(numbers(1, 0)).toMatchInlineSnapshot(`
    [
      721,
      998,
      471,
      "-2.223708",
    ]
  `)
  expect(numbers(1, 0)).toEqual(numbers(1, 0))
  expect(numbers(1, 1)).not.toEqual(numbers(1, 0))
})

test('normal numbers have mean 0 and spread 1, and parts fill their range evenly', () => {
  const random = randomFrom(7)
  const normals = Array.from({ length: 40_000 }, () => random.normal())
  const mean = normals.reduce((sum, number) => sum + number, 0) / normals.length
  const square = normals.reduce((sum, number) => sum + number * number, 0) / normals.length
  expect(Math.abs(mean)).toBeLessThan(0.02)
  expect(Math.abs(square - 1)).toBeLessThan(0.03)
  const tenths = new Map<number, number>()
  for (let draw = 0; draw < 20_000; draw += 1) {
    const tenth = random.whole(10)
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1)
  }
  for (const times of tenths.values()) expect(Math.abs(times - 2000)).toBeLessThan(200)
})

test('the computed expected score is the mean of what honest people say', () => {
  const random = randomFrom(11)
  const [design] = holdElection(small, CONDITIONS.honest, 5).designs
  if (!design) throw new Error('no design')
  let sum = 0
  for (let person = 0; person < 40_000; person += 1) sum += opinion(drawPerson(random), design, random)
  expect(sum / 40_000).toBeCloseTo(expectedScore(design.quality, design.directions), 1)
})

test('the booth hands each voter a design once, and all designs about as often', () => {
  const { designs, ballots } = holdElection(reference, CONDITIONS['fan clubs'], 3)
  const handed = designs.map(() => 0)
  for (const { scores } of ballots) {
    const seen = new Set(scores.map(({ design }) => design.index))
    expect(seen.size).toBe(scores.length)
    for (const index of seen) handed[index] = (handed[index] ?? 0) + 1
  }
  expect(Math.max(...handed) - Math.min(...handed)).toBeLessThanOrEqual(3)
})

test('what an attack adds is the share of all ballots that it says, on top of the same honest crowd', () => {
  const honest = holdElection(reference, CONDITIONS.honest, 9)
  const stuffed = holdElection(reference, CONDITIONS['stuffing 26 %'], 9)
  const bought = stuffed.voters.filter(({ kind }) => kind === 'bought')
  expect(bought.length / stuffed.voters.length).toBeCloseTo(0.26, 2)
  expect(stuffed.best.id).toBe(honest.best.id)
  expect(stuffed.voters.slice(0, 300).map(({ id }) => id)).toEqual(honest.voters.map(({ id }) => id))
})

test('the same seed holds the same election and every method finds the same winner again', () => {
  for (const name of METHOD_NAMES) {
    const winners = [1, 1].map((seed) => firstOf(METHODS[name](holdElection(small, CONDITIONS.ring, seed))))
    expect(winners[0]).toBe(winners[1])
  }
})

test('the oracle, who knows who is honest, beats what others do under attack and loses to none by more than chance', () => {
  for (const condition of ['honest', 'bought, patient'] as const) {
    const elections = Array.from({ length: 60 }, (_, run) => holdElection(small, CONDITIONS[condition], 500 + run))
    const hits = (name: (typeof METHOD_NAMES)[number]) =>
      elections.map((election) => (election.designs[firstOf(METHODS[name](election))] === election.best ? 1 : 0))
    const best = hits('oracle')
    for (const name of METHOD_NAMES) {
      const gap = estimateLead(best, hits(name))
      if (condition === 'honest' || name.startsWith('ours')) expect(gap.high).toBeGreaterThanOrEqual(0)
      else if (name !== 'oracle') expect(gap.value).toBeGreaterThan(0)
    }
  }
})

test('an interval of a share stays within 0 and 1 and holds the share', () => {
  for (const hits of [
    [0, 0, 0],
    [1, 1],
    [0, 1, 1, 0, 1],
  ]) {
    const { value, low, high } = estimateShare(hits)
    expect(low).toBeGreaterThanOrEqual(0)
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
    expect(high).toBeLessThanOrEqual(1)
  }
})

test('a lead is told by the runs in which one was right and the other wrong, and is never certain', () => {
  const ours = Array.from({ length: 200 }, (_, run) => (run < 180 ? 1 : 0))
  const theirs = Array.from({ length: 200 }, (_, run) => (run < 160 ? 1 : 0))
  const lead = estimateLead(ours, theirs)
  expect(lead.value).toBeCloseTo(0.1, 9)
  expect(lead.low).toBeGreaterThan(0.05)
  expect(lead.high).toBeLessThan(0.15)
  const same = estimateLead(ours, ours)
  expect(same.value).toBe(0)
  expect(same.low).toBeLessThan(0)
  expect(same.high).toBeGreaterThan(0)
  expect(estimateLead(theirs, ours).value).toBe(-lead.value)
})
