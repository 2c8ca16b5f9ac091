import { bradleyTerry } from './bradley-terry.ts'
import { CONDITIONS, type Condition, type Crowd, holdElection, type Size } from './election.ts'
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
  'ours, audited': (election) => audited(election),
  oracle,
} satisfies Record<string, Method>
export type MethodName = keyof typeof METHODS
export const METHOD_NAMES = Object.keys(METHODS) as MethodName[]

/** One method in one condition, a number a run, so that methods can be compared run by run. */
export interface Found {
  /** 1 when the truly best came first. */
  best: number[]
  /** Points of expected score that its winner lacks to the truly best. */
  regret: number[]
}

export interface Measured<Name extends string = string> {
  size: Size
  condition: string
  found: Readonly<Record<Name, Found>>
}

export function measure(size: Size, condition: Condition, runs: number, firstSeed: number): Measured<MethodName> {
  const found = compare(METHODS, runs, (run) => holdElection(size, CONDITIONS[condition], firstSeed + run))
  return { size, condition, found }
}

/** All methods count the same elections. */
export function compare<Held extends Crowd, Name extends string>(
  methods: Readonly<Record<Name, (election: Held) => Worths>>,
  runs: number,
  hold: (run: number) => Held,
): Record<Name, Found> {
  const names = Object.keys(methods) as Name[]
  const found = Object.fromEntries(names.map((name) => [name, { best: [], regret: [] }])) as unknown as Record<
    Name,
    Found
  >
  for (let run = 0; run < runs; run += 1) {
    const election = hold(run)
    for (const name of names) {
      const winner = election.designs[firstOf(methods[name](election))]
      found[name].best.push(winner === election.best ? 1 : 0)
      found[name].regret.push(election.best.expected - (winner?.expected ?? 0))
    }
  }
  return found
}

/** Of equal ones the first by number: numbers have nothing to do with quality. */
export function firstOf(worths: Worths): number {
  return worths.reduce((first, worth, index) => (worth > (worths[first] ?? 0) ? index : first), 0)
}
