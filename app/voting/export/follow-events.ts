import { type Counted, countVote } from '../count.ts'
import { genesisText, type Head, linkText, type RecordedEvent } from '../record.ts'
import { beginReplay } from '../replay.ts'
import type { ExportEntry, ExportHeader, Hashing, KeptHead } from './export-format.ts'
import type { MisfitReason } from './misfit.ts'

export interface BeforeTheEvents {
  header: ExportHeader
  entries: readonly ExportEntry[]
  heads: readonly KeptHead[]
  receipts: number
  keptHead?: Head
}

export interface FollowedEvents {
  /** What does not fit of the next event, or null. */
  take: (event: RecordedEvent, hash: string) => MisfitReason | null
  /** What does not fit now that there are no more, or null. */
  end: () => MisfitReason | null
  /** After the end. */
  count: () => Counted
  /** Of the last event taken; 0 before the first. */
  sequence: () => number
  /** undefined: none was kept, or the record was not read so far. */
  keptHeadLiesOnIt: () => boolean | undefined
}

/** Follows the record from its beginning: numbers, minutes, hashes, heads, and whether each event can follow those before. */
export function followEvents(
  { header, entries, heads, receipts, keptHead }: BeforeTheEvents,
  hashing: Hashing,
): FollowedEvents {
  const replay = beginReplay(entries)
  const entryNumbers = new Map(entries.map(({ entryId }, number) => [entryId, number]))
  const ballots = new Map<string, Set<number>>()
  const headAt = new Map(heads.map((head) => [head.sequence, head.hash]))
  let sequence = 0
  let minute = ''
  let hash = hashing.of(genesisText(header.contestId))
  let keptHeadFits = keptHead?.sequence === 0 ? keptHead.hash === hash : undefined

  function whyNotChained(event: RecordedEvent, said: string): MisfitReason | null {
    if (event.sequence !== sequence + 1) return { what: 'wrong-sequence', found: event.sequence }
    if (hashing.of(linkText(hash, event)) !== said) return { what: 'wrong-hash' }
    if (event.minute < minute) return { what: 'earlier-minute' }
    if (event.sequence > header.lastHead.sequence) return { what: 'wrong-last-head' }
    if (event.sequence === header.lastHead.sequence && said !== header.lastHead.hash) return { what: 'wrong-last-head' }
    const frozen = event.sequence === header.frozenHead.sequence
    if (frozen && said !== header.frozenHead.hash) return { what: 'wrong-frozen-head' }
    return (headAt.get(event.sequence) ?? said) === said ? null : { what: 'wrong-published-head' }
  }

  /** Whether it can follow what the record said before. */
  function whyNotPossible({ kind, pseudonym, entryId, againstId, sequence }: RecordedEvent): MisfitReason | null {
    for (const id of [entryId, againstId]) if (id !== null && !entryNumbers.has(id)) return { what: 'unknown-entry' }
    if (pseudonym === null) return null
    const ballot = ballots.get(pseudonym)
    if (kind !== 'score' && kind !== 'change' && kind !== 'duel') return ballot ? null : { what: 'unknown-ballot' }
    if (sequence > header.frozenHead.sequence) return { what: 'cast-after-the-freeze' }
    const scored = ballot?.has(entryNumbers.get(entryId ?? '') ?? -1) ?? false
    if (kind === 'score' && scored) return { what: 'scored-twice' }
    if (kind === 'change' && !scored) return { what: 'never-scored' }
    return null
  }

  return {
    take(event, said) {
      const why = whyNotChained(event, said) ?? whyNotPossible(event)
      if (why) return why
      sequence = event.sequence
      minute = event.minute
      hash = said
      if (keptHead?.sequence === sequence) keptHeadFits = keptHead.hash === hash
      if (event.kind === 'score' || event.kind === 'duel') {
        const ballot = ballots.get(event.pseudonym ?? '') ?? new Set()
        ballots.set(event.pseudonym ?? '', ballot)
        if (event.kind === 'score') ballot.add(entryNumbers.get(event.entryId ?? '') ?? -1)
      }
      replay.take(event)
      return null
    },
    end() {
      // Of events that are missing at the end the first is the one after the last.
      if (sequence !== header.lastHead.sequence || hash !== header.lastHead.hash) return { what: 'wrong-last-head' }
      if (ballots.size !== receipts) return { what: 'wrong-receipts', receipts, ballots: ballots.size }
      if (keptHead && keptHead.sequence > sequence) keptHeadFits = false
      return null
    },
    count: () => countVote(replay.end(), header.method),
    sequence: () => sequence,
    keptHeadLiesOnIt: () => keptHeadFits,
  }
}
