import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { type Counted, countVote, officialBallots, officialDuels } from './count.ts'
import { listCountedEntries } from './counted-entries.server.ts'
import { canonicalText, digestOf } from './digest.ts'
import { readEventLines } from './event-lines.ts'
import type { LooseBallot, PackedBallots } from './packed-ballots.ts'
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
  const {
    nonce,
    method,
    votingClosesAt: closedAt,
  } = await db
    .selectFrom('freeze')
    .innerJoin('contest', 'contest.id', 'freeze.contestId')
    .select(['freeze.nonce', 'contest.method', 'contest.votingClosesAt'])
    .where('freeze.contestId', '=', contestId)
    .executeTakeFirstOrThrow()
  const { totals, ...views } = countVote(vote, method)
  const ballots =
    method === 'duels'
      ? { ballots: [], duels: officialDuels(vote) }
      : { ballots: looseBallots(vote.entries, officialBallots(vote)), duels: [] }
  const text = canonicalText({
    contestId,
    closedAt,
    nonce,
    entries: vote.entries,
    ...ballots,
    standings: views.official,
  })
  return { head, views, totals, digest: await digestOf(text) }
}

/** What the record says of a vote, with the entries that stand. Sealed: only the count and what it froze may use it. */
export async function replayRecord(
  db: Kysely<Database>,
  { contestId, head, onProgress = () => undefined }: CountRecordDetails,
): Promise<Replayed<CountedEntry>> {
  const replay = beginReplay(await listCountedEntries(db, contestId))
  for await (const { lines, sequence } of readRecordLines(db, { contestId, until: head.sequence })) {
    readEventLines(lines, replay.take)
    onProgress(sequence, head.sequence)
  }
  return replay.end()
}

function looseBallots(entries: readonly CountedEntry[], { starts, entries: scored, values, handed }: PackedBallots) {
  const ballots: LooseBallot[] = []
  for (let ballot = 0; ballot < handed.length; ballot += 1) {
    const scores = []
    for (let at = starts[ballot] ?? 0; at < (starts[ballot + 1] ?? 0); at += 1)
      scores.push({ entryId: entries[scored[at] ?? 0]?.entryId ?? '', value: values[at] ?? 0 })
    ballots.push({ scores, handed: handed[ballot] ?? 0 })
  }
  return ballots
}
