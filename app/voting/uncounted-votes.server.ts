import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { findDeskWindow } from './desk/desk-windows.server.ts'

/** The votes that are frozen, not counted, and for whose count the desk need not be waited for any more; the oldest first. */
export async function listVotesToCount(db: Kysely<Database>, now: Date): Promise<string[]> {
  const frozen = await db
    .selectFrom('freeze')
    .leftJoin('tally', 'tally.contestId', 'freeze.contestId')
    .leftJoin('cancellation', 'cancellation.contestId', 'freeze.contestId')
    .select('freeze.contestId')
    .where('tally.contestId', 'is', null)
    .where('cancellation.contestId', 'is', null)
    .orderBy('freeze.frozenAt')
    .execute()
  const due: string[] = []
  for (const { contestId } of frozen) {
    const window = await findDeskWindow(db, contestId, now)
    if (window?.state === 'over') due.push(contestId)
  }
  return due
}
