import type { DuelOdds } from './duel-odds.ts'
import type { JudgedBallot } from './judged-ballot.ts'
import { type Findings, type Judged, type Signal, signalled } from './signal.ts'

/**
 * Standard deviations by which two designs lose on the same ballots more often than they would if what becomes of one had nothing to do
 * with the other. In simulated contests of forty designs tastes brought honest pairs to 4.6 at most; two rivals whom a quarter of all ballots
 * sink come to between 4 and 8, and the four of them always had a pair beyond 5 each.
 */
export const TOGETHER_DEVIATIONS = 5
/** So seldom or less would an honest ballot lose all that it met of the bloc. */
export const CLEAR_CHANCE = 0.015

type Duels = NonNullable<JudgedBallot['duels']>

/**
 * The same as bloc.ts for duels, where one ballot says little of one design: it is mostly met once, and somebody has to lose. But hired
 * ballots let the same rivals lose, so that these lose *together*, ballot by ballot, against the odds. Named are ballots on which
 * every design of the bloc that they met lost every duel against others; it weighs by how seldom that happens to the rest.
 */
export function findDuelBlocs({ ballots, odds }: Judged): Findings {
  const found = new Map<number, Signal>()
  if (!odds) return found
  const bloc = losingTogether(ballots, odds)
  if (bloc.size === 0) return found
  const lost = ballots.map(({ duels = [] }) => lostOnly(duels, bloc))
  const usual = usualLosses(
    ballots.filter((_, at) => (lost[at]?.length ?? 0) < 2),
    bloc,
  )
  const members = lost.filter((entries) => entries.length > 0).length
  lost.forEach((entries, at) => {
    if (entries.length === 0) return
    const chance = entries.reduce((product, entryId) => product * (usual.get(entryId) ?? 0), 1)
    const evidence = { sinks: [...new Set(entries)], ballots: members }
    found.set(at, signalled('bloc', chance <= CLEAR_CHANCE ? 4 : 2, evidence))
  })
  return found
}

/** Designs of which two lose together. */
function losingTogether(ballots: readonly JudgedBallot[], odds: DuelOdds): Set<string> {
  const excesses = ballots.map(({ duels = [] }) => excessOf(duels, odds))
  const entryIds = [...new Set(excesses.flatMap((of) => [...of.keys()]))]
  const numbers = new Map(entryIds.map((entryId, number) => [entryId, number]))
  const [sums, squares] = [new Float64Array(entryIds.length ** 2), new Float64Array(entryIds.length ** 2)]
  for (const of of excesses) {
    const met = [...of].map(([entryId, excess]) => ({ number: numbers.get(entryId) ?? 0, excess }))
    met.sort((a, b) => a.number - b.number)
    met.forEach((one, at) => {
      for (const other of met.slice(at + 1)) {
        const cell = one.number * entryIds.length + other.number
        const product = one.excess * other.excess
        sums[cell] = (sums[cell] ?? 0) + product
        squares[cell] = (squares[cell] ?? 0) + product * product
      }
    })
  }
  const tied = new Set<string>()
  sums.forEach((sum, cell) => {
    if (sum <= 0 || sum < TOGETHER_DEVIATIONS * Math.sqrt(squares[cell] ?? 0)) return
    for (const number of [Math.floor(cell / entryIds.length), cell % entryIds.length]) tied.add(entryIds[number] ?? '')
  })
  return tied
}

/** By how much more than expected each design won on a ballot, its duels together. */
function excessOf(duels: Duels, odds: DuelOdds): Map<string, number> {
  const excesses = new Map<string, number>()
  for (const { first, second, value } of duels) {
    const expected = odds(first, second)
    const excess = (value === 0 ? 1 : value === 1 ? 0 : 0.5) - expected.first - expected.neither / 2
    excesses.set(first, (excesses.get(first) ?? 0) + excess)
    excesses.set(second, (excesses.get(second) ?? 0) - excess)
  }
  return excesses
}

/** The bloc's design of each duel that it lost against others; none when one of them did not lose. */
function lostOnly(duels: Duels, bloc: ReadonlySet<string>): string[] {
  const met = duelsOf(duels, bloc)
  return met.every(({ lost }) => lost) ? met.map(({ entryId }) => entryId) : []
}

/** Of each design of the bloc the share of duels against others that it lost on these ballots. */
function usualLosses(ballots: readonly JudgedBallot[], bloc: ReadonlySet<string>): Map<string, number> {
  const counts = new Map([...bloc].map((entryId) => [entryId, { duels: 0, lost: 0 }]))
  for (const { entryId, lost } of ballots.flatMap(({ duels = [] }) => duelsOf(duels, bloc))) {
    const count = counts.get(entryId)
    if (!count) continue
    count.duels += 1
    if (lost) count.lost += 1
  }
  return new Map([...counts].map(([entryId, { duels, lost }]) => [entryId, (lost + 1) / (duels + 2)]))
}

/** Two of the bloc against each other say nothing of it. */
function duelsOf(duels: Duels, bloc: ReadonlySet<string>): { entryId: string; lost: boolean }[] {
  return duels.flatMap(({ first, second, value }) => {
    if (bloc.has(first) === bloc.has(second)) return []
    return bloc.has(first) ? { entryId: first, lost: value === 1 } : { entryId: second, lost: value === 0 }
  })
}
