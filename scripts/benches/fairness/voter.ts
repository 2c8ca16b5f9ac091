import type { AccountFacts } from '#app/voting/signals/judged-ballot.ts'
import type { Design, Person } from './taste.ts'

export type VoterKind = 'honest' | 'fan' | 'careless' | 'bought'

/** Somebody who comes to vote. What they do is in the three functions, so that an attack is a way to make voters. */
export interface Voter {
  id: string
  kind: VoterKind
  person: Person
  facts: AccountFacts
  /** Minutes after voting opened. */
  arrives: number
  minutesALook: number
  /** How many designs they would look at in an open gallery. */
  looks: number
  /** Whom they came for, who has a link to send: null when nobody sent them. */
  cameFor: number | null
  /**
   * What they answer to a design about which they think `thought`, having answered `given` times before; null passes. `honest`: whether
   * that is what they think.
   */
  answer: (design: Design, thought: number, given: number) => Answer | null
  /** Whether they go after what they have seen, were handed (in a duel two at a time) and answered so far. */
  leaves: (so: { seen: ReadonlySet<number>; handed: number; given: number }) => boolean
}

export interface Answer {
  value: number
  honest: boolean
  /** Given for another reason than taste: to a client, a rival or a friend's design, or without looking. */
  aimed?: boolean
}

/** What the simulated booth took from one voter. */
export interface CastBallot {
  voter: Voter
  scores: readonly CastScore[]
  /** How many designs the queue handed them, those that they passed too. */
  handed: number
}

export interface CastScore extends Answer {
  design: Design
  minute: number
}

/** What the simulated booth of duels took from one voter. */
export interface CastDuels {
  voter: Voter
  duels: readonly CastDuel[]
  /** How many designs the queue handed them. */
  handed: number
}

export interface CastDuel {
  first: Design
  second: Design
  /** As in the record. */
  value: number
  honest: boolean
  aimed: boolean
  minute: number
}
