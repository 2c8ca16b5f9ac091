import type { BallotEventKind } from '#db/schema.ts'

/**
 * The record of a vote: everything that befalls a ballot, one event after the other, each bound to the one before by its hash, so that
 * nothing can be changed, taken out or put in without changing every hash after it, and the last one, the *head*, stands for all.
 *
 * A voter has a name of their own in each contest (app/voting/ballot-key.server.ts). Of the time only the minute is kept: enough to see
 * a burst, too little to say who it was that sat at the machine.
 */

/** Raised with every change of the texts below. */
export const RECORD_VERSION = 1

/** What the value of a duel says. */
export const DUEL_VALUES = { first: 0, second: 1, neither: 2 } as const

export interface RecordedEvent {
  /** 1, 2, 3 … in a contest. */
  sequence: number
  /** `2026-06-20T10:00Z`. */
  minute: string
  kind: BallotEventKind
  pseudonym: string | null
  entryId: string | null
  /** The other entry of a duel; `entryId` was shown first. */
  againstId: string | null
  /** A score: 0 to 5. A duel: see DUEL_VALUES. Handed: how many standing entries the queue handed the voter. */
  value: number | null
}

export interface Head {
  /** 0 before the first event. */
  sequence: number
  /** SHA-256, hex. */
  hash: string
}

/** An event as its hash covers it and as an export prints it: seven words, `-` for what it has not. */
export function eventText({ sequence, minute, kind, pseudonym, entryId, againstId, value }: RecordedEvent): string {
  return `${sequence} ${minute} ${kind} ${pseudonym ?? '-'} ${entryId ?? '-'} ${againstId ?? '-'} ${value ?? '-'}`
}

/** What is hashed for the head of a record in which nothing happened yet. */
export function genesisText(contestId: string): string {
  return `placet-record ${RECORD_VERSION} ${contestId}`
}

/** What is hashed for an event: the hash before it, a line break, its text. */
export function linkText(previousHash: string, event: RecordedEvent): string {
  return `${previousHash}\n${eventText(event)}`
}

/** The minute in which a moment lies. */
export function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16)}Z`
}
