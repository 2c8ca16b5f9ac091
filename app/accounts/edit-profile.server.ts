import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'

interface Profile {
  accountId: string
  name: string
  bio: string
  language: 'en' | 'it' | null
}

/** The handle stays: addresses that people have shared must go on working. */
export function editProfile(
  db: Kysely<Database>,
  { accountId, name, bio, language }: Profile,
  now: Date,
): Promise<void> {
  return writing(db, async (trx) => {
    const changed = await trx
      .updateTable('account')
      .set({ name, bio, language })
      .where('id', '=', accountId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return
    await recordActivity(trx, { at: now, kind: 'profile-changed', actorId: accountId })
  })
}
