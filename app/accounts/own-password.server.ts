import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { passwordMatches } from './password-hash.server.ts'

/** Whether this is the person's password: asked again before acts that a session left open must not be enough for. */
export async function isOwnPassword(
  db: Kysely<Database>,
  { accountId, password }: { accountId: string; password: string },
): Promise<boolean> {
  const row = await db.selectFrom('account').select('passwordHash').where('id', '=', accountId).executeTakeFirst()
  return passwordMatches(row?.passwordHash ?? null, password)
}
