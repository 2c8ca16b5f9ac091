import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { type Counted, countVote } from './count.ts'
import { listCountedEntries } from './counted-entries.server.ts'
import { replayLines } from './event-lines.ts'
import { digestOfExport } from './export/export-vote.server.ts'
import type { Head } from './record.ts'
import { readRecordLines } from './record-lines.server.ts'
import { beginReplay, type Replayed } from './replay.ts'
import type { CountedEntry } from './standings.ts'

export interface RecordCounted {
  head: Head
  views: Pick<Counted, 'official' | 'raw' | 'audited'>
  totals: Counted['totals']
  digest: string
}

interface CountRecordDetails {
  contestId: string
  /** How far to read. */
  head: Head
  onProgress?: (read: number, of: number) => void
}

/** Counts a closed record, from its first event to its head; writes nothing. */
export async function countRecord(db: Kysely<Database>, details: CountRecordDetails): Promise<RecordCounted> {
  const { contestId, head } = details
  const vote = await replayRecord(db, details)
  const { method } = await db
    .selectFrom('contest')
    .select('method')
    .where('id', '=', contestId)
    .executeTakeFirstOrThrow()
  const { totals, ...views } = countVote(vote, method)
  const digest = await digestOfExport(db, { contestId, lastHead: head, views })
  return { head, views, totals, digest }
}

/** What the record says of a vote, with the entries that stand. Sealed: only the count and what it froze may use it. */
export async function replayRecord(
  db: Kysely<Database>,
  { contestId, head, onProgress = () => undefined }: CountRecordDetails,
): Promise<Replayed<CountedEntry>> {
  const replay = beginReplay(await listCountedEntries(db, contestId))
  for await (const { lines, after, sequence } of readRecordLines(db, { contestId, until: head.sequence })) {
    const read = replayLines(lines, after, replay)
    if (read !== sequence) throw new Error(`of the record's events up to ${sequence} only ${read} are there`)
    onProgress(sequence, head.sequence)
  }
  return replay.end()
}
