import type { DuelOdds } from './duel-odds.ts'
import type { JudgedBallot } from './judged-ballot.ts'
import { addTo } from './lists-by-key.ts'

/**
 * A signal is a named reason to look at a ballot twice, never a verdict: it says which rule saw what, so that two people can judge it and
 * the voter's community can check it. A *circumstance* is about the account (a burst, an address); many honest people are in one. An
 * *opinion* is about what the ballot says. Only both together, or a very clear opinion, propose quarantine.
 */
export const SIGNALS = {
  burst: { version: 1, about: 'circumstance' },
  'shared-address': { version: 1, about: 'circumstance' },
  'shared-device': { version: 1, about: 'circumstance' },
  'disposable-mail': { version: 1, about: 'circumstance' },
  'look-alike': { version: 1, about: 'circumstance' },
  'did-nothing-else': { version: 1, about: 'circumstance' },
  'lifts-in-every-duel': { version: 1, about: 'opinion' },
  'lifts-one-sinks-rivals': { version: 1, about: 'opinion' },
  ring: { version: 1, about: 'opinion' },
  bloc: { version: 1, about: 'opinion' },
  company: { version: 1, about: 'opinion' },
} as const satisfies Record<string, { version: number; about: 'circumstance' | 'opinion' }>
export type SignalName = keyof typeof SIGNALS

export interface Signal {
  name: SignalName
  version: number
  /** How much it says, in whole points: see judge-ballots.ts. */
  weight: number
  /** What was seen: numbers, entry ids, pseudonyms; never an address, a device or a name. */
  evidence: Readonly<Record<string, number | string | readonly string[]>>
}

/** What a rule found, by the place of the ballot in the list. */
export type Findings = ReadonlyMap<number, Signal>

/** How far a ballot puts each of its entries above or below what all say together, its own habit taken off, in points. */
export type Departures = ReadonlyMap<string, number>

/** All that the rules look at. */
export interface Judged {
  ballots: readonly JudgedBallot[]
  departures: readonly Departures[]
  /** What is expected of a duel; only in a contest by duels. */
  odds?: DuelOdds
}

export function signalled(name: SignalName, weight: number, evidence: Signal['evidence']): Signal {
  return { name, version: SIGNALS[name].version, weight, evidence }
}

/** Ballots of one hash, by their places. */
export function groupBy(ballots: readonly JudgedBallot[], keyOf: (ballot: JudgedBallot) => string | null): number[][] {
  const groups = new Map<string, number[]>()
  ballots.forEach((ballot, at) => {
    const key = keyOf(ballot)
    if (key !== null) addTo(groups, key, at)
  })
  return [...groups.values()]
}
