import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export async function hasAdmin(db: Kysely<Database>): Promise<boolean> {
  const grant = await db.selectFrom('roleGrant').select('accountId').where('role', '=', 'admin').executeTakeFirst()
  return grant !== undefined
}

/** Without an admin nobody could appoint the next one from the pages. */
export async function isLastAdmin(db: Kysely<Database>, accountId: string): Promise<boolean> {
  const grants = await db.selectFrom('roleGrant').select('accountId').where('role', '=', 'admin').limit(2).execute()
  return grants.length === 1 && grants[0]?.accountId === accountId
}

export async function isAdmin(db: Kysely<Database>, accountId: string): Promise<boolean> {
  const grant = await db
    .selectFrom('roleGrant')
    .select('accountId')
    .where('accountId', '=', accountId)
    .where('role', '=', 'admin')
    .executeTakeFirst()
  return grant !== undefined
}
