import type { Kysely } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { becomeFirstAdmin } from '#app/accounts/become-first-admin.server.ts'
import { dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { issueFirstAdminLink } from '#app/accounts/issue-first-admin-link.server.ts'
import { openSession } from '#app/accounts/open-session.server.ts'
import { listPeople } from '#app/accounts/people.server.ts'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import type { Database } from '#db/schema.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, aMember, anAdmin, aProducer, passwordHash } from '../people.ts'

const now = new Date('2026-05-04T10:00:00.000Z')
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
})

async function openHouse(token: string, email = 'first@example.org', at = now) {
  const registration = { name: 'First', email, passwordHash: await passwordHash(), language: null }
  return becomeFirstAdmin(db, { token, device: '', ...registration }, at)
}

async function firstLink(at = now): Promise<string> {
  const issued = await issueFirstAdminLink(db, at)
  if (!issued.ok) throw new Error(issued.refusal)
  return issued.value.token
}

test('the first link makes one admin, confirmed and signed in, and then no more', async () => {
  const token = await firstLink()
  const opened = await openHouse(token)
  if (!opened.ok) throw new Error(opened.refusal)
  expect(await findSessionViewer(db, opened.value.token, now)).toMatchObject({
    name: 'First',
    roles: ['admin'],
    emailConfirmed: true,
  })
  expect(await openHouse(token, 'second@example.org')).toEqual({ ok: false, refusal: 'there-is-an-admin' })
  expect(await issueFirstAdminLink(db, now)).toEqual({ ok: false, refusal: 'there-is-an-admin' })
})

test('of two who open the first link at once, one becomes admin', async () => {
  const token = await firstLink()
  const outcomes = await Promise.all([openHouse(token, 'a@example.org'), openHouse(token, 'b@example.org')])
  expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true])
  expect(await db.selectFrom('roleGrant').select('role').execute()).toEqual([{ role: 'admin' }])
})

test('a second start prints another link and the first one stops working; so does one a day old', async () => {
  const before = await firstLink()
  const token = await firstLink()
  expect(await openHouse(before)).toEqual({ ok: false, refusal: 'link-not-good' })
  const tomorrow = new Date('2026-05-05T10:00:00.000Z')
  expect(await openHouse(token, 'first@example.org', tomorrow)).toEqual({ ok: false, refusal: 'link-not-good' })
  expect(await db.selectFrom('account').select('id').execute()).toEqual([])
})

test('an address that is taken leaves the first link as good as it was', async () => {
  await aMember(db, { email: 'ada@example.org' })
  const token = await firstLink()
  expect(await openHouse(token, 'ada@example.org')).toEqual({ ok: false, refusal: 'address-taken' })
  expect(await openHouse(token)).toMatchObject({ ok: true })
})

test('a role comes with who granted it and when, is recorded, and ends the person’s sessions', async () => {
  const admin = await anAdmin(db)
  const ada = await aMember(db, { name: 'Ada' })
  const token = await openSession(db, { accountId: ada.id, device: '' }, now)
  expect(await appointStaff(db, { accountId: ada.id, role: 'juror', grantedBy: admin.id }, now)).toMatchObject({
    ok: true,
  })
  expect(await findSessionViewer(db, token, now)).toBeNull()
  const { people } = await listPeople(db, { search: 'ADA', role: 'staff', page: 1 })
  expect(people).toMatchObject([
    { id: ada.id, roles: [{ role: 'juror', grantedAt: now.toISOString(), grantedBy: admin.name }] },
  ])
  const happened = db.selectFrom('activity').selectAll().orderBy('id', 'desc').limit(1)
  expect(await happened.executeTakeFirst()).toMatchObject({
    kind: 'role-granted',
    actorId: admin.id,
    subjectId: ada.id,
    particulars: '{"role":"juror"}',
  })
})

test('nobody but an admin appoints or dismisses, whatever page they come from', async () => {
  const [juror, producer, member] = [await aJuror(db), await aProducer(db), await aMember(db)]
  for (const { id } of [juror, producer, member]) {
    const appointed = await appointStaff(db, { accountId: member.id, role: 'admin', grantedBy: id }, now)
    expect(appointed).toEqual({ ok: false, refusal: 'only-admins-appoint' })
    const dismissed = await dismissStaff(db, { accountId: juror.id, role: 'juror', dismissedBy: id }, now)
    expect(dismissed).toEqual({ ok: false, refusal: 'only-admins-appoint' })
  }
})

test('an address that was never confirmed gets no role', async () => {
  const bea = { name: 'Bea', email: 'bea@example.org', passwordHash: await passwordHash(), language: null }
  const joined = await registerAccount(db, bea, now)
  if (!joined.ok) throw new Error(joined.refusal)
  const { accountId } = joined.value
  expect(await appointStaff(db, { accountId, role: 'admin', grantedBy: null }, now)).toEqual({
    ok: false,
    refusal: 'address-not-confirmed',
  })
})

test('the same role twice, and one that is not held, are refused', async () => {
  const juror = await aJuror(db)
  expect(await appointStaff(db, { accountId: juror.id, role: 'juror', grantedBy: null }, now)).toEqual({
    ok: false,
    refusal: 'already-appointed',
  })
  expect(await dismissStaff(db, { accountId: juror.id, role: 'producer', dismissedBy: null }, now)).toEqual({
    ok: false,
    refusal: 'not-appointed',
  })
})

test('the last admin stays, and two who dismiss each other at once leave one', async () => {
  const [one, other] = [await anAdmin(db), await anAdmin(db)]
  const outcomes = await Promise.all([
    dismissStaff(db, { accountId: one.id, role: 'admin', dismissedBy: other.id }, now),
    dismissStaff(db, { accountId: other.id, role: 'admin', dismissedBy: one.id }, now),
  ])
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  const [left] = await db.selectFrom('roleGrant').select('accountId').where('role', '=', 'admin').execute()
  const last = left?.accountId ?? ''
  expect(await dismissStaff(db, { accountId: last, role: 'admin', dismissedBy: last }, now)).toEqual({
    ok: false,
    refusal: 'last-admin',
  })
})

test('the list of people is searched by name, address and handle, and signs in the pattern mean themselves', async () => {
  await aMember(db, { name: 'Ada Lovelace', email: 'countess@example.org' })
  await aMember(db, { name: 'Zoë', email: 'zoe_100@example.org' })
  const find = async (search: string) =>
    (await listPeople(db, { search, role: null, page: 1 })).people.map(({ name }) => name)
  expect(await find('lovel')).toEqual(['Ada Lovelace'])
  expect(await find('COUNTESS')).toEqual(['Ada Lovelace'])
  expect(await find('zoe')).toEqual(['Zoë'])
  expect(await find('zoe_1')).toEqual(['Zoë'])
  expect(await find('zoe%')).toEqual([])
  expect(await find('a_a')).toEqual([])
})
