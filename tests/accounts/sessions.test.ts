import type { Kysely } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { closeSession } from '#app/accounts/close-session.server.ts'
import { openSession } from '#app/accounts/open-session.server.ts'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import type { Database } from '#db/schema.ts'
import { freshDatabase } from '../fresh-database.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const now = new Date('2026-05-04T10:00:00.000Z')
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
  await db
    .insertInto('account')
    .values({
      id: 'ada',
      handle: 'ada',
      name: 'Ada',
      email: 'ada@example.org',
      emailConfirmedAt: null,
      passwordHash: 'none',
      bio: '',
      language: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      deletedAt: null,
    })
    .execute()
})

function later(milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds)
}

test('the cookie’s secret names its person, and the database does not hold it', async () => {
  const token = await openSession(db, { accountId: 'ada', device: 'Firefox · Linux' }, now)
  expect(await findSessionViewer(db, token, now)).toEqual({
    id: 'ada',
    handle: 'ada',
    name: 'Ada',
    roles: [],
    emailConfirmed: false,
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  expect(JSON.stringify(await db.selectFrom('session').selectAll().execute())).not.toContain(token)
  expect(await findSessionViewer(db, `${token}x`, now)).toBeNull()
})

test('after signing out the old cookie opens nothing, and that is recorded once', async () => {
  const token = await openSession(db, { accountId: 'ada', device: '' }, now)
  await closeSession(db, { token }, now)
  await closeSession(db, { token }, now)
  expect(await findSessionViewer(db, token, now)).toBeNull()
  const happened = await db
    .selectFrom('activity')
    .select(['kind', 'actorId'])
    .where('kind', '=', 'signed-out')
    .execute()
  expect(happened).toEqual([{ kind: 'signed-out', actorId: 'ada' }])
})

test('a session ends after fourteen days without a visit', async () => {
  const token = await openSession(db, { accountId: 'ada', device: '' }, now)
  expect(await findSessionViewer(db, token, later(14 * DAY_MS))).toBeNull()
  expect(await findSessionViewer(db, token, later(14 * DAY_MS - 1))).not.toBeNull()
})

test('a session ends after thirty days however often it was used', async () => {
  const token = await openSession(db, { accountId: 'ada', device: '' }, now)
  for (const days of [10, 20, 29]) {
    expect(await findSessionViewer(db, token, later(days * DAY_MS))).not.toBeNull()
  }
  expect(await findSessionViewer(db, token, later(30 * DAY_MS))).toBeNull()
})

test('a staff session ends after twelve hours', async () => {
  await db
    .insertInto('roleGrant')
    .values({ accountId: 'ada', role: 'juror', grantedBy: null, grantedAt: now.toISOString() })
    .execute()
  const token = await openSession(db, { accountId: 'ada', device: '' }, now)
  expect(await findSessionViewer(db, token, later(12 * HOUR_MS - 1))).toMatchObject({ roles: ['juror'] })
  expect(await findSessionViewer(db, token, later(12 * HOUR_MS))).toBeNull()
})

test('being seen is written at most every five minutes', async () => {
  const token = await openSession(db, { accountId: 'ada', device: '' }, now)
  await findSessionViewer(db, token, later(5 * MINUTE_MS - 1))
  expect(await lastSeen()).toBe(now.toISOString())
  await findSessionViewer(db, token, later(5 * MINUTE_MS))
  expect(await lastSeen()).toBe(later(5 * MINUTE_MS).toISOString())
})

async function lastSeen(): Promise<string | undefined> {
  return (await db.selectFrom('session').select('lastSeenAt').executeTakeFirst())?.lastSeenAt
}
