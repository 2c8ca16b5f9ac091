import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { STAFF_ROLES, type Viewer } from './roles.ts'

/**
 * A person as they are at this moment: for verbs that ask inside their transaction who somebody is, since a role or a deletion may have
 * come between it and the reading of the session. null for nobody and for a former member.
 */
export async function findViewerById(db: Kysely<Database>, accountId: string): Promise<Viewer | null> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'handle', 'name', 'emailConfirmedAt', 'createdAt'])
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!account) return null
  const grants = await db.selectFrom('roleGrant').select('role').where('accountId', '=', accountId).execute()
  const { emailConfirmedAt, name, ...rest } = account
  return {
    ...rest,
    name: name ?? '',
    emailConfirmed: emailConfirmedAt !== null,
    roles: STAFF_ROLES.filter((role) => grants.some((grant) => grant.role === role)),
  }
}
