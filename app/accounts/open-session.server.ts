import type { Kysely } from 'kysely'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { insertSession, type SessionDetails } from './session-row.server.ts'

/** A session for somebody who has just proved who they are by other means than `signIn`. Returns the cookie's secret. */
export function openSession(db: Kysely<Database>, details: SessionDetails, now: Date): Promise<string> {
  return writing(db, (trx) => insertSession(trx, details, now))
}
