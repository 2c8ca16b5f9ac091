import type { Kysely } from 'kysely'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { reading, writingTogether } from '#db/write-together.server.ts'
import type { StaffRole, Viewer } from './roles.ts'
import { sessionEndsAt, sessionHasEnded, touchSessionAt } from './session.ts'
import { tokenHash } from './token.server.ts'

const heldSession = prepare((db, p: { tokenHash: string }) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select([
      'account.id',
      'account.handle',
      'account.name',
      'account.emailConfirmedAt',
      'account.createdAt as joinedAt',
      'session.createdAt',
      'session.lastSeenAt',
    ])
    .where('session.tokenHash', '=', p.tokenHash)
    .where('account.deletedAt', 'is', null),
)
const rolesOf = prepare((db, p: { accountId: string }) =>
  db.selectFrom('roleGrant').select('role').where('accountId', '=', p.accountId),
)

/** Who holds this cookie, with the roles of this very moment; null when the session is unknown or over. Asked by every request. */
export async function findSessionViewer(db: Kysely<Database>, token: string, now: Date): Promise<Viewer | null> {
  const session = await reading(db, (statements) => readSessionViewer(statements, token, now))
  if (session?.needsTouch) await writingTogether(db, (statements) => touchSession(statements, token, now))
  return session?.viewer ?? null
}

/** The same beside other reads. Whoever finds that it needs a touch gives it one. */
export function readSessionViewer(
  statements: Statements,
  token: string,
  now: Date,
): { viewer: Viewer; needsTouch: boolean } | null {
  const held = statements.remember(keyOf(token), () => readHeld(statements, token))
  if (!held || now >= held.endsAt) return null
  return { viewer: held.viewer, needsTouch: now >= held.touchAt }
}

interface Held {
  viewer: Viewer
  endsAt: Date
  touchAt: Date
}

function keyOf(token: string): string {
  return `session ${token}`
}

function readHeld(statements: Statements, token: string): Held | null {
  const session = statements.first(heldSession, { tokenHash: tokenHash(token) })
  if (!session || session.name === null) return null
  const roles = statements.all(rolesOf, { accountId: session.id }).map(({ role }) => role)
  const { id, handle, name, emailConfirmedAt, joinedAt } = session
  const viewer = { id, handle, name, roles, emailConfirmed: emailConfirmedAt !== null, createdAt: joinedAt }
  return { viewer, endsAt: sessionEndsAt(session, roles.length > 0), touchAt: touchSessionAt(session) }
}

const touch = prepare((db, p: { tokenHash: string; at: string }) =>
  db.updateTable('session').set({ lastSeenAt: p.at }).where('tokenHash', '=', p.tokenHash),
)

/** Writes down that whoever holds this cookie was seen. */
export function touchSession(statements: Statements, token: string, now: Date): void {
  statements.run(touch, { tokenHash: tokenHash(token), at: now.toISOString() })
  statements.forget(keyOf(token))
}

export interface OwnSession {
  /** Not the cookie's value, and of no use to sign in: what `revokeSession` is told. */
  id: string
  device: string
  createdAt: string
  lastSeenAt: string
  current: boolean
}

/** One's own sessions that are still open, the last used first. */
export async function listSessions(
  db: Kysely<Database>,
  { accountId, token }: { accountId: string; token: string | null },
  now: Date,
): Promise<OwnSession[]> {
  const current = token === null ? null : tokenHash(token)
  const staff = (await findRoles(db, accountId)).length > 0
  const rows = await db
    .selectFrom('session')
    .select(['tokenHash', 'device', 'createdAt', 'lastSeenAt'])
    .where('accountId', '=', accountId)
    .orderBy('lastSeenAt', 'desc')
    .execute()
  return rows
    .filter((row) => !sessionHasEnded(row, staff, now))
    .map(({ tokenHash: id, ...row }) => ({ ...row, id, current: id === current }))
}

async function findRoles(db: Kysely<Database>, accountId: string): Promise<StaffRole[]> {
  const grants = await runPrepared(db, rolesOf, { accountId })
  return grants.map((grant) => grant.role)
}
