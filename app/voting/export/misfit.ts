/**
 * The first thing in an export that does not fit. `sequence` is that of the event concerned, or of the one that is missing where it
 * should be; null where no event is.
 */
export type Misfit = { line: number; sequence: number | null } & MisfitReason

export type MisfitReason =
  /** Not the beginning of an export at all. */
  | { what: 'not-an-export' }
  /** Written, or counted, by a version that this check does not know. */
  | { what: 'unknown-version' | 'unknown-rules'; found: number }
  /** Not to the letter of the format. */
  | { what: 'unreadable' }
  /** A line that has no place here: of a kind that should have come before, twice the same, not in order. */
  | { what: 'misplaced' }
  | { what: 'cut-short' }
  | { what: 'after-the-end' }
  /** The line does not fit its own check: damaged, or its neighbour is. */
  | { what: 'wrong-check' }
  | { what: 'wrong-constant'; expected: number | null }
  | { what: 'wrong-sequence'; found: number }
  /** The event and the hash before it do not make the hash that it carries. */
  | { what: 'wrong-hash' }
  | { what: 'earlier-minute' }
  | { what: 'unknown-entry' }
  /** Something is said of a ballot that holds nothing. */
  | { what: 'unknown-ballot' }
  | { what: 'scored-twice' | 'never-scored' }
  | { what: 'cast-after-the-freeze' }
  /** The record has another hash at the sequence that the header, or a published head, says. */
  | { what: 'wrong-frozen-head' | 'wrong-last-head' | 'wrong-published-head' }
  | { what: 'wrong-receipts'; receipts: number; ballots: number }
  /** The count finds another line. */
  | { what: 'wrong-standing'; expected: string }
  | { what: 'wrong-digest'; expected: string }
  /** The ladder of the co-decision, climbed again, has another line. */
  | { what: 'wrong-ladder'; expected: string }
