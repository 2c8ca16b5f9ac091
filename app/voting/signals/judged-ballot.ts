/** What a provider of mail is to us: one that hands addresses out for minutes, or any other. */
export type MailClass = 'disposable' | 'ordinary'

/** What is known of a voter's account. The hashes are keyed, live as long as the desk needs them, and are never published. */
export interface AccountFacts {
  /** Whole days between joining and the opening of the vote; below zero when they joined later. */
  ageDays: number
  /** null: not known any more. */
  addressHash: string | null
  deviceHash: string | null
  mail: MailClass
  /** Things done other than voting in this contest: entries, comments, follows, reservations, other contests. */
  otherActs: number
}

/** A full ballot as the signals see it. */
export interface JudgedBallot {
  pseudonym: string
  facts: AccountFacts
  /** None in a contest by duels. */
  scores: readonly JudgedScore[]
  /** Only in a contest by duels: of several answers on the same two the last. */
  duels?: readonly JudgedDuel[]
}

export interface JudgedDuel {
  /** What was shown first. */
  first: string
  second: string
  /** As in the record: 0: the first is better, 1: the second, 2: neither. */
  value: number
  /** Of its first answer, as in a score. */
  minute: number
}

export interface JudgedScore {
  entryId: string
  value: number
  /** Whole minutes, from any beginning that is the same for all. */
  minute: number
}

/** The minute of a ballot's first score or answer. */
export function begunAt({ scores, duels = [] }: JudgedBallot): number {
  return [...scores, ...duels].reduce((least, { minute }) => Math.min(least, minute), Number.POSITIVE_INFINITY)
}
