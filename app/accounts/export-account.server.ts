import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { collectEverything } from './exports.server.ts'

/** Hands a person everything that is theirs, as one moment has it, and records that it was handed out. */
export function exportAccount(db: Kysely<Database>, { accountId }: { accountId: string }, now: Date) {
  return writing(db, async (trx) => {
    await recordActivity(trx, { at: now, kind: 'account-exported', actorId: accountId })
    return { exportedAt: now.toISOString(), ...(await collectEverything(trx, accountId)) }
  })
}
