import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { genesisText, linkText } from '#app/voting/record.ts'
import type { Database } from '#db/schema.ts'
import type { Acknowledged } from './crowd.ts'

export interface RecordReport {
  scores: number
  events: number
  /** Acknowledged scores that are not there as they were given. */
  lost: number
  /** Scores that are in the record more than once, or changed though nobody changed them. */
  doubled: number
  /** Rows without their event, events without their row. */
  halves: number
  /** Where the chain of hashes breaks first; null when it is whole. */
  brokenAt: number | null
}

/** Holds what clients were told against the rows and the record, by an own look at every row. */
export async function readRecord(
  db: Kysely<Database>,
  contestId: string,
  acknowledged: readonly Acknowledged[],
): Promise<RecordReport> {
  const rows = await db
    .selectFrom('score')
    .innerJoin('ballotKey', (join) =>
      join.onRef('ballotKey.contestId', '=', 'score.contestId').onRef('ballotKey.voterId', '=', 'score.voterId'),
    )
    .select(['score.voterId', 'score.entryId', 'score.value', 'ballotKey.pseudonym'])
    .where('score.contestId', '=', contestId)
    .execute()
  const kept = new Map(rows.map((row) => [`${row.voterId} ${row.entryId}`, row.value]))
  const expected = new Set(rows.map((row) => `${row.pseudonym} ${row.entryId} ${row.value}`))
  const seen = new Set<string>()
  let [doubled, halves, events, brokenAt]: [number, number, number, number | null] = [0, 0, 0, null]
  let hash = sha256(genesisText(contestId))
  const record = db.selectFrom('ballotEvent').selectAll().where('contestId', '=', contestId).orderBy('sequence')
  for await (const event of record.stream()) {
    events += 1
    const next = sha256(linkText(hash, event))
    if (event.sequence !== events || event.previousHash !== hash || event.hash !== next) brokenAt ??= events
    hash = next
    // What the integrity desk does of itself is in the record too, and no vote.
    if (event.kind === 'quarantine') continue
    const said = `${event.pseudonym} ${event.entryId} ${event.value}`
    if (event.kind !== 'score' || seen.has(said)) doubled += 1
    if (!expected.has(said)) halves += 1
    seen.add(said)
  }
  halves += [...expected].filter((said) => !seen.has(said)).length
  const lost = acknowledged.filter(({ voterId, entryId, value }) => kept.get(`${voterId} ${entryId}`) !== value).length
  return { scores: rows.length, events, lost, doubled, halves, brokenAt }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
