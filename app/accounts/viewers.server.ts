import type { Kysely } from 'kysely'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { STAFF_ROLES, type StaffRole, type Viewer } from './roles.ts'

const accountById = prepare((db, p: { id: string }) =>
  db
    .selectFrom('account')
    .select(['id', 'handle', 'name', 'emailConfirmedAt', 'createdAt'])
    .where('id', '=', p.id)
    .where('deletedAt', 'is', null),
)
const rolesOf = prepare((db, p: { id: string }) =>
  db.selectFrom('roleGrant').select('role').where('accountId', '=', p.id),
)

/**
 * A person as they are at this moment: for verbs that ask inside their transaction who somebody is, since a role or a deletion may have
 * come between it and the reading of the session. null for nobody and for a former member.
 */
export async function findViewerById(db: Kysely<Database>, id: string): Promise<Viewer | null> {
  const [account] = await runPrepared(db, accountById, { id })
  return account ? toViewer(account, await runPrepared(db, rolesOf, { id })) : null
}

/** The same for works that write together. */
export function readViewer(statements: Statements, id: string): Viewer | null {
  const account = statements.first(accountById, { id })
  return account ? toViewer(account, statements.all(rolesOf, { id })) : null
}

interface AccountRow {
  id: string
  handle: string
  name: string | null
  emailConfirmedAt: string | null
  createdAt: string
}

function toViewer({ emailConfirmedAt, name, ...rest }: AccountRow, grants: readonly { role: StaffRole }[]): Viewer {
  return {
    ...rest,
    name: name ?? '',
    emailConfirmed: emailConfirmedAt !== null,
    roles: STAFF_ROLES.filter((role) => grants.some((grant) => grant.role === role)),
  }
}
