import { eventText, type RecordedEvent } from '../record.ts'
import type { StandingLine } from '../standings.ts'
import {
  checkOf,
  type ExportEntry,
  type ExportHeader,
  entryText,
  FIRST_CHECK,
  type Hashing,
  headerTexts,
  headText,
  type KeptHead,
  standingText,
  VIEWS,
  type View,
} from './export-format.ts'

export interface ExportedEvent extends RecordedEvent {
  hash: string
}

/** An event's line, with its line feed. Where a million are wanted the database writes the same (db/exported-event-lines.server.ts). */
export function eventLine(event: ExportedEvent): string {
  return `event ${eventText(event)} ${event.hash}\n`
}

/** Entries, heads and the lines of a view may come in any order. */
export interface ExportOpening {
  header: ExportHeader
  entries: readonly ExportEntry[]
}

/**
 * Writes the text of export-format.ts piece by piece, so that nobody holds all of a long record at once: opening, receipts (in pieces,
 * sorted), heads, events (in pieces, in sequence), closing. The same vote is the same bytes, whoever writes it. The digest of the last
 * line is also given by itself; who needs nothing else throws the pieces away.
 */
export interface ExportWriter {
  opening: (opening: ExportOpening) => string
  receipts: (codes: readonly string[]) => string
  heads: (heads: readonly KeptHead[]) => string
  /** Whole lines, with their line feeds. */
  events: (lines: string) => string
  closing: (views: Readonly<Record<View, readonly StandingLine[]>>) => { text: string; digest: string }
}

export function beginExport(hashing: Hashing): ExportWriter {
  const digest = hashing.begin()
  let check = FIRST_CHECK
  const written = (text: string) => {
    digest.add(text)
    return text
  }
  const checked = (texts: readonly string[]) => {
    let piece = ''
    for (const text of texts) {
      check = checkOf(hashing, check, text)
      piece += `${text} ${check}\n`
    }
    return written(piece)
  }
  return {
    opening: ({ header, entries }) =>
      checked([...headerTexts(header), ...entries.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)).map(entryText)]),
    receipts: (codes) => checked(codes.map((code) => `receipt ${code}`)),
    heads: (heads) => checked(heads.toSorted((a, b) => a.sequence - b.sequence).map(headText)),
    events: written,
    closing(views) {
      const lines = VIEWS.flatMap((view) =>
        views[view].toSorted((a, b) => a.place - b.place).map((line) => standingText(view, line)),
      )
      const text = checked(lines)
      const hex = digest.hex()
      return { text: `${text}digest ${hex}\n`, digest: hex }
    },
  }
}
