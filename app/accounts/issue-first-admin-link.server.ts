import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { hasAdmin } from './admins.server.ts'
import { issueLink } from './one-time-links.server.ts'

export type FirstAdminLinkRefusal = 'there-is-an-admin'

/** The secret of a link for whoever reads the server's log at its start. Links printed by earlier starts stop working. */
export function issueFirstAdminLink(
  db: Kysely<Database>,
  now: Date,
): Promise<Outcome<{ token: string }, FirstAdminLinkRefusal>> {
  return writing(db, async (trx) => {
    if (await hasAdmin(trx)) return refused('there-is-an-admin')
    return done({ token: await issueLink(trx, { kind: 'first-admin', accountId: null, email: null }, now) })
  })
}
