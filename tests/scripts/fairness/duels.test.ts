import { expect, test } from 'vitest'
import { aimsOf } from '../../../scripts/benches/fairness/attacks.ts'
import { type DuelElection, holdDuels } from '../../../scripts/benches/fairness/duel-election.ts'
import { DUEL_METHODS } from '../../../scripts/benches/fairness/duel-methods.ts'
import { CONDITIONS, CONDITIONS_OF_DUELS, holdElection, SIZES } from '../../../scripts/benches/fairness/election.ts'
import { meanOf } from '../../../scripts/benches/fairness/intervals.ts'
import { compare, firstOf } from '../../../scripts/benches/fairness/measure.ts'

const [reference, small] = SIZES

function said(election: DuelElection | undefined) {
  return election?.ballots.map(({ duels }) => duels.map(({ first, second, value }) => [first.id, second.id, value]))
}

test('the same people come to a vote by duels as to one by scores, and the same seed holds the same duels again', () => {
  const [duels, again] = [3, 3].map((seed) => holdDuels(small, CONDITIONS['fan clubs'], seed))
  expect(said(again)).toEqual(said(duels))
  const scores = holdElection(small, CONDITIONS['fan clubs'], 3)
  expect(duels?.voters.map(({ id }) => id)).toEqual(scores.voters.map(({ id }) => id))
  expect(duels?.best.id).toBe(scores.best.id)
})

test('nobody is asked about the same two twice, all designs come about as often, on either side', () => {
  const { designs, ballots } = holdDuels(reference, CONDITIONS.honest, 3)
  const [met, firsts] = [designs.map(() => 0), designs.map(() => 0)]
  for (const { duels } of ballots) {
    const pairs = new Set(duels.map(({ first, second }) => [first.id, second.id].toSorted().join(' ')))
    expect(pairs.size).toBe(duels.length)
    for (const { first, second } of duels) {
      firsts[first.index] = (firsts[first.index] ?? 0) + 1
      for (const { index } of [first, second]) met[index] = (met[index] ?? 0) + 1
    }
  }
  expect(Math.min(...met) / Math.max(...met)).toBeGreaterThan(0.9)
  for (const [index, times] of firsts.entries()) expect(Math.abs(times / (met[index] ?? 1) - 0.5)).toBeLessThan(0.05)
})

test('who is paid lets the client win and its rivals lose, and nothing else is aimed', () => {
  const { ballots } = holdDuels(small, CONDITIONS.bought, 5)
  const bought = ballots.filter(({ voter }) => voter.kind === 'bought')
  const client = bought[0]?.voter.cameFor
  const clients = bought
    .flatMap(({ duels }) => duels)
    .filter(({ first, second }) => [first.index, second.index].includes(client ?? -1))
  expect(clients.length).toBeGreaterThan(3)
  for (const { first, value, aimed } of clients) {
    expect(aimed).toBe(true)
    expect(value).toBe(first.index === client ? 0 : 1)
  }
  const others = ballots.filter(({ voter }) => voter.kind === 'honest').flatMap(({ duels }) => duels)
  expect(others.every(({ honest, aimed }) => honest && !aimed)).toBe(true)
})

test('who answers like the crowd lets the better one win wherever nothing is bought', () => {
  const { designs, ballots } = holdDuels(reference, CONDITIONS_OF_DUELS['bought, like the crowd'], 5)
  const { clients, rivals } = aimsOf(designs)
  const others = ballots
    .filter(({ voter }) => voter.kind === 'bought')
    .flatMap(({ duels }) => duels)
    .filter(({ first, second }) => [first, second].every((design) => !clients.has(design) && !rivals.has(design)))
  expect(others.length).toBeGreaterThan(100)
  for (const { first, second, value } of others) expect(value).toBe(first.expected > second.expected ? 0 : 1)
})

test('the oracle of duels, who knows who is honest, finds the best far more often under stuffing than the win rate does', () => {
  const found = compare({ win: DUEL_METHODS['plain win rate'], oracle: DUEL_METHODS.oracle }, 12, (run) =>
    holdDuels(small, CONDITIONS['stuffing 26 %'], 700 + run),
  )
  expect(meanOf(found.oracle.best)).toBeGreaterThan(meanOf(found.win.best) + 0.3)
  const calm = holdDuels(small, CONDITIONS.honest, 700)
  expect(firstOf(DUEL_METHODS.oracle(calm))).toBe(calm.best.index)
})
