import { expect, test } from 'vitest'
import { computeAuditedStandings } from '#app/voting/audited-standings.ts'
import { computeRawStandings } from '#app/voting/raw-standings.ts'
import { type CountedBallot, computeStandings, type StandingLine } from '#app/voting/standings.ts'

const NAMES = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fern', 'grove', 'heath']
const entries = NAMES.map((entryId) => ({ entryId, submittedAt: '2026-03-01T09:00:00.000Z', buyMarks: 0 }))
/** From the best to the worst, each a little off in turn. */
const HONEST = [5, 4, 4, 3, 3, 2, 1, 1]

function ballot(values: readonly number[]): CountedBallot {
  return { scores: values.map((value, at) => ({ entryId: NAMES[at] ?? '', value })) }
}

function honestBallots(count: number): CountedBallot[] {
  return Array.from({ length: count }, (_, voter) =>
    ballot(HONEST.map((value, at) => Math.max(0, Math.min(5, value + (((voter * 3 + at * 5) % 3) - 1))))),
  )
}

/** 5 for heath, the worst, 0 for the two best. */
const BOUGHT = ballot([0, 0, 4, 3, 3, 2, 1, 5])

function pointsOf(lines: readonly StandingLine[], entryId: string): number {
  const line = lines.find((each) => each.entryId === entryId)
  if (!line) throw new Error(`${entryId} is not in the table`)
  return line.points
}

test('the raw view is the plain mean, whatever the voters’ habits', () => {
  const lines = computeRawStandings(entries, [ballot([5, 1]), ballot([4, 1]), ballot([4])])
  expect(pointsOf(lines, 'amber')).toBe(4.33)
  expect(pointsOf(lines, 'birch')).toBe(1)
  expect(lines.find(({ entryId }) => entryId === 'amber')).toMatchObject({ place: 1, scores: 3, low: 3.91, high: 4.76 })
  expect(lines.find(({ entryId }) => entryId === 'heath')).toMatchObject({ points: 0, low: 0, high: 5, scores: 0 })
})

test('the raw view counts a ballot that gives everything the same, which the official count does not', () => {
  const ballots = [...honestBallots(6), ballot(NAMES.map(() => 5))]
  expect(pointsOf(computeRawStandings(entries, ballots), 'heath')).toBeGreaterThan(
    pointsOf(computeRawStandings(entries, honestBallots(6)), 'heath'),
  )
  expect(computeStandings(entries, ballots)).toEqual(computeStandings(entries, honestBallots(6)))
})

test('bought ballots move the raw view most, the official one less and the audited one least', () => {
  const honest = honestBallots(60)
  const bought = Array.from({ length: 20 }, () => BOUGHT)
  const fallOf = (compute: typeof computeStandings) =>
    pointsOf(compute(entries, honest), 'amber') - pointsOf(compute(entries, [...honest, ...bought]), 'amber')
  const [raw, official, audited] = [computeRawStandings, computeStandings, computeAuditedStandings].map(fallOf)
  expect(official).toBeLessThan((raw ?? 0) / 2)
  expect(audited).toBeLessThan((official ?? 0) / 2)
})

test('where all agree the audited view is nearly the official one', () => {
  const ballots = honestBallots(40)
  const official = computeStandings(entries, ballots)
  const audited = computeAuditedStandings(entries, ballots)
  expect(audited.map(({ entryId }) => entryId)).toEqual(official.map(({ entryId }) => entryId))
  for (const { entryId, points } of official) expect(Math.abs(points - pointsOf(audited, entryId))).toBeLessThan(0.1)
})

test('no view depends on the order of ballots, and all bear a contest without any', () => {
  const ballots = [...honestBallots(9), BOUGHT]
  for (const compute of [computeRawStandings, computeStandings, computeAuditedStandings]) {
    expect(compute(entries.toReversed(), ballots.toReversed())).toEqual(compute(entries, ballots))
    expect(compute(entries, []).map(({ place }) => place)).toEqual(NAMES.map((_, at) => at + 1))
    expect(compute([], [])).toEqual([])
    expect(() => compute(entries.slice(1), ballots)).toThrow('amber')
  }
})
