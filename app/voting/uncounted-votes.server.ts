import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'
import { deskWindowEndsAt } from './desk-window.ts'

/** The votes that are frozen, not counted, and for whose count the desk need not be waited for any more; the oldest first. */
export async function listVotesToCount(db: Kysely<Database>, now: Date): Promise<string[]> {
  const frozen = await db
    .selectFrom('freeze')
    .leftJoin('tally', 'tally.contestId', 'freeze.contestId')
    .leftJoin('cancellation', 'cancellation.contestId', 'freeze.contestId')
    .leftJoin('deskEnd', 'deskEnd.contestId', 'freeze.contestId')
    .select(['freeze.contestId', 'freeze.frozenAt', 'freeze.sequence', 'deskEnd.endedAt'])
    .where('tally.contestId', 'is', null)
    .where('cancellation.contestId', 'is', null)
    .orderBy('freeze.frozenAt')
    .execute()
  const due: string[] = []
  for (const { contestId, frozenAt, sequence, endedAt } of frozen) {
    const needed = await isDeskNeeded(db, contestId, sequence)
    const until = deskWindowEndsAt({ frozenAt, needed, endedAt })
    if (until === null || until <= now.toISOString()) due.push(contestId)
  }
  return due
}

/** @param frozen the sequence of the last event before the close */
async function isDeskNeeded(db: Kysely<Database>, contestId: string, frozen: number): Promise<boolean> {
  const acts = await db
    .selectFrom('ballotEvent')
    .select(['kind', 'pseudonym', 'sequence'])
    .where('contestId', '=', contestId)
    // In the text of the query, so that it goes by the index of just these.
    .where(sql<boolean>`kind IN ('quarantine', 'release', 'exclusion')`)
    .orderBy('sequence')
    .execute()
  if (acts.some(({ sequence }) => sequence > frozen)) return true
  const waiting = new Set<string | null>()
  for (const { kind, pseudonym } of acts) {
    if (kind === 'quarantine') waiting.add(pseudonym)
    else waiting.delete(pseudonym)
  }
  return waiting.size > 0
}
