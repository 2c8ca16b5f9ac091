import type { Head } from '../record.ts'
import { POINT_DECIMALS, type StandingLine } from '../standings.ts'

/**
 * A closed vote as text, to be recounted by anybody. This is the whole of the format; scripts/verify.py was written from it.
 *
 * Lines end in a line feed and hold words of printable ASCII, one space between them. Times are `2026-06-20T10:00:00.000Z`, minutes
 * `2026-06-20T10:00Z`, whole numbers have no leading zeros, hashes are SHA-256 in 64 lower-case hex digits. Of the words in
 * angle brackets `-` stands for what is not there.
 *
 *   placet-export 1 <check>                               the version of this format
 *   rules <version> <check>                               RULES_VERSION: by which rules it was counted
 *   contest <id> <slug> <check>
 *   method scores|duels <check>
 *   closed <time> <check>                                 when voting closed by the calendar
 *   frozen <time> <sequence> <hash> <check>               when the ballots were frozen, and the last event before that
 *   record <sequence> <hash> <check>                      the last event of all; without events sequence 0 and the hash before the first
 *   holds <entries> <receipts> <heads> <check>            how many lines of each follow
 *   nonce <64 hex digits> <check>                         drawn at the freeze: without it a small vote could be guessed from its digest
 *   constant <name> <whole number> <check>                of the count, in the order of the rules
 *   entry <id> <time> <marks> <check>                     by id: when it was submitted, how many would buy it (0 once withdrawn)
 *   receipt <32 hex digits> <check>                       in order; one for each ballot, with no tie to what it is called in the events
 *   head <sequence> <hash> <time> <check>                 in sequence: heads as they were published before the last, and when
 *   event <sequence> <minute> <kind> <pseudonym> <entry> <against> <value> <hash>            in sequence from 1
 *   standing <view> <place> <entry> <points> <low> <high> <n> <marks> <ties> <check>         official, raw, audited, each by place
 *   digest <hash>
 *
 * The hash of an event is that of the hash before it, a line feed, and the event's seven words (record.ts); before the first stands
 * the hash of `placet-record 1 <contest id>`.
 *
 * The check of every other line is the first 16 hex digits of the hash of the check before it, a line feed, and the line without its
 * check; before the first stand 16 zeros. It proves nothing by itself: it tells in which line something was damaged.
 *
 * The digest is the hash of all lines before its own, line feeds included: `sed '/^digest /,$d' FILE | sha256sum`. Once the contest is
 * decided there follows what came of it: jury/export/decision-format.ts.
 *
 * The count (replay.ts, standings.ts and its neighbours, bradley-terry.ts for duels) stands on the entries and the events alone. Entries
 * with a withdrawal in the events stand in no standing.
 */
export const EXPORT_VERSION = 1

export const VIEWS = ['official', 'raw', 'audited'] as const
export type View = (typeof VIEWS)[number]

export const METHODS = ['scores', 'duels'] as const
export type Method = (typeof METHODS)[number]

export const CHECK_HEX_DIGITS = 16
export const FIRST_CHECK = '0'.repeat(CHECK_HEX_DIGITS)

/** SHA-256 of the UTF-8 text, in hex; it comes from wherever the check runs: node:crypto or a library for browsers. */
export interface Hashing {
  of: (text: string) => string
  /** For more than fits into one text. */
  begin: () => { add: (text: string) => void; hex: () => string }
}

export interface ExportHeader {
  rulesVersion: number
  contestId: string
  slug: string
  method: Method
  /** The close as the calendar has it. */
  closedAt: string
  frozenAt: string
  /** The last event before the freeze. */
  frozenHead: Head
  /** The last event of all. */
  lastHead: Head
  /** How many lines of each follow. */
  holds: { entries: number; receipts: number; heads: number }
  /** 64 hex digits. */
  nonce: string
  constants: readonly (readonly [name: string, value: number])[]
}

export interface ExportEntry {
  entryId: string
  submittedAt: string
  buyMarks: number
}

export interface KeptHead extends Head {
  publishedAt: string
}

/** The head lines of an export, without their checks. */
export function headerTexts(header: ExportHeader): string[] {
  return [
    `placet-export ${EXPORT_VERSION}`,
    `rules ${header.rulesVersion}`,
    `contest ${header.contestId} ${header.slug}`,
    `method ${header.method}`,
    `closed ${header.closedAt}`,
    `frozen ${header.frozenAt} ${header.frozenHead.sequence} ${header.frozenHead.hash}`,
    `record ${header.lastHead.sequence} ${header.lastHead.hash}`,
    `holds ${header.holds.entries} ${header.holds.receipts} ${header.holds.heads}`,
    `nonce ${header.nonce}`,
    ...header.constants.map(([name, value]) => `constant ${name} ${value}`),
  ]
}

export function entryText({ entryId, submittedAt, buyMarks }: ExportEntry): string {
  return `entry ${entryId} ${submittedAt} ${buyMarks}`
}

export function headText({ sequence, hash, publishedAt }: KeptHead): string {
  return `head ${sequence} ${hash} ${publishedAt}`
}

export function standingText(view: View, line: StandingLine): string {
  const numbers = [line.points, line.low, line.high].map((number) => number.toFixed(POINT_DECIMALS))
  return `standing ${view} ${line.place} ${line.entryId} ${numbers.join(' ')} ${line.scores} ${line.buyMarks} ${line.tieGroup}`
}

/** What stands at the end of a line that is no event. */
export function checkOf(hashing: Hashing, before: string, text: string): string {
  return hashing.of(`${before}\n${text}`).slice(0, CHECK_HEX_DIGITS)
}
