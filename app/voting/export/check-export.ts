import type { BallotTotals } from '../count.ts'
import type { Head } from '../record.ts'
import type { ExportHeader, Hashing } from './export-format.ts'
import { followLines } from './follow-lines.ts'
import type { FollowDetails } from './followed-lines.ts'
import type { Misfit } from './misfit.ts'

/** What somebody kept from before: what they can hold the export against, whoever wrote it. */
export interface Kept {
  /** The code of a voter's receipt. */
  receipt?: string
  /** A head that was published, mailed, or printed on a receipt. */
  head?: Head
  /** The digest that was published at the count. */
  digest?: string
  /** The hash of the jury's decision that was published when it was signed. */
  decision?: string
}

export interface CheckReport {
  /** null while not all of it was read. */
  header: ExportHeader | null
  /** How much was found in order. */
  checked: { lines: number; entries: number; receipts: number; heads: number; events: number; standings: number }
  /** null until all events were replayed and counted. */
  totals: BallotTotals | null
  /** What the count finds, of the official view. */
  digest: string | null
  /** null: everything fits. */
  misfit: Misfit | null
  /** Of what was kept; undefined where nothing was, or the check did not come so far. */
  kept: { receipt?: boolean; head?: boolean; digest?: boolean; decision?: boolean }
}

export interface ExportCheck {
  /** The next piece of the text, wherever it is cut. False once something does not fit: the rest need not be read. */
  add: (piece: string) => boolean
  /** How many events were found in order so far. */
  events: () => number
  end: () => CheckReport
}

interface CheckDetails {
  hashing: Hashing
  kept?: Kept
  /** Follows what may stand after the digest; without it nothing may. */
  sequel?: FollowDetails['sequel']
}

/** No line of an export comes near: who sends more without a line feed sends something else. */
const LINE_CHARACTERS_MOST = 1000
const PIECE_CHARACTERS = 65_536

/**
 * Checks an export as it comes: each line against the format, the chain from its beginning, published heads, receipts, then replays
 * and counts the whole vote and holds its three views and the digest against what the export says. Nothing of it asks the server.
 */
export function beginCheck({ hashing, kept = {}, sequel }: CheckDetails): ExportCheck {
  const lines = followLines({ hashing, kept, sequel })
  const digest = hashing.begin()
  let rest = ''
  let unhashed = ''
  let misfit: Misfit | null = null

  function takeLine(line: string): void {
    misfit = lines.take(line, () => {
      digest.add(unhashed)
      return digest.hex()
    })
    if (misfit !== null || lines.ended()) return
    unhashed += `${line}\n`
    if (unhashed.length < PIECE_CHARACTERS) return
    digest.add(unhashed)
    unhashed = ''
  }

  return {
    add(piece) {
      rest += piece
      let from = 0
      for (let end = rest.indexOf('\n'); end !== -1 && misfit === null; end = rest.indexOf('\n', from)) {
        takeLine(rest.slice(from, end))
        from = end + 1
      }
      rest = rest.slice(from)
      if (rest.length > LINE_CHARACTERS_MOST && misfit === null) misfit = lines.unreadable(rest)
      return misfit === null
    },
    events: () => lines.report().checked.events,
    end() {
      if (misfit === null && rest !== '') misfit = lines.unreadable(rest)
      misfit ??= lines.missing()
      return { ...lines.report(), misfit }
    },
  }
}
