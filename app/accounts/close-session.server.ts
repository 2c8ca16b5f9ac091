import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { tokenHash } from './token.server.ts'

/** Signs out. The cookie's value is worth nothing afterwards, wherever a copy of it went. */
export async function closeSession(db: Kysely<Database>, { token }: { token: string }): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash(token)).execute()
}
