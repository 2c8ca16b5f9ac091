import { bradleyTerry } from './bradley-terry.ts'
import { CONDITIONS, type Condition, holdElection, type Size } from './election.ts'
import { oracle } from './oracle.ts'
import { audited, official } from './our-methods.ts'
import { bayesianMean, itchMean, likesPopularFirst, type Method, plainMean, type Worths } from './plain-methods.ts'

export const METHODS = {
  'likes, popular first': likesPopularFirst,
  'plain mean': plainMean,
  'Bayesian mean': bayesianMean,
  'itch.io mean': itchMean,
  'Bradley-Terry': bradleyTerry,
  'ours, official': official,
  'ours, audited': audited,
  oracle,
} satisfies Record<string, Method>
export type MethodName = keyof typeof METHODS
export const METHOD_NAMES = Object.keys(METHODS) as MethodName[]
export const PLAIN_NAMES = METHOD_NAMES.filter((name) => name !== 'oracle' && !name.startsWith('ours'))

/** One method in one condition, a number a run, so that methods can be compared run by run. */
export interface Found {
  /** 1 when the truly best came first. */
  best: number[]
  /** Points of expected score that its winner lacks to the truly best. */
  regret: number[]
}

export interface Measured {
  size: Size
  condition: Condition
  found: Record<MethodName, Found>
}

export function measure(size: Size, condition: Condition, runs: number, firstSeed: number): Measured {
  const found = Object.fromEntries(METHOD_NAMES.map((name) => [name, { best: [], regret: [] }])) as unknown as Record<
    MethodName,
    Found
  >
  for (let run = 0; run < runs; run += 1) {
    const election = holdElection(size, CONDITIONS[condition], firstSeed + run)
    for (const name of METHOD_NAMES) {
      const winner = election.designs[firstOf(METHODS[name](election))]
      found[name].best.push(winner === election.best ? 1 : 0)
      found[name].regret.push(election.best.expected - (winner?.expected ?? 0))
    }
  }
  return { size, condition, found }
}

/** Of equal ones the first by number: numbers have nothing to do with quality. */
export function firstOf(worths: Worths): number {
  return worths.reduce((first, worth, index) => (worth > (worths[first] ?? 0) ? index : first), 0)
}
