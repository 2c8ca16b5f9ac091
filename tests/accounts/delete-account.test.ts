import type { Kysely } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { findPerson, findRecipientByEmail } from '#app/accounts/accounts.server.ts'
import { deleteAccount } from '#app/accounts/delete-account.server.ts'
import { openSession } from '#app/accounts/open-session.server.ts'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { listMakers } from '#app/entries/makers.server.ts'
import { withdrawEntriesOfLeaver } from '#app/entries/withdraw-entries-of-leaver.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, anAdmin, PASSWORD, type TestPerson } from '../people.ts'

const now = new Date('2026-05-04T10:00:00.000Z')
const DAY_MS = 86_400_000
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
})

function leave(person: TestPerson, password = PASSWORD, at = now) {
  return deleteAccount(db, { accountId: person.id, password, steps: [withdrawEntriesOfLeaver] }, at)
}

test('nothing that names the person is left, and nobody can sign in as them', async () => {
  const ada = await aMember(db, { name: 'Ada Lovelace', email: 'ada@example.org' })
  const token = await openSession(db, { accountId: ada.id, device: 'Firefox' }, now)
  expect(await leave(ada)).toEqual({ ok: true, value: { pictureIds: [] } })

  const everything = JSON.stringify(await db.selectFrom('account').selectAll().execute())
  expect(everything).not.toMatch(/ada|lovelace/i)
  expect(await findSessionViewer(db, token, now)).toBeNull()
  expect(await signIn(db, { email: 'ada@example.org', password: PASSWORD, device: '' }, now)).toMatchObject({
    ok: false,
  })
  expect(await findPerson(db, ada.handle)).toBeNull()
  expect(await findRecipientByEmail(db, 'ada@example.org')).toBeNull()
})

test('the address and the handle are free again for whoever comes next', async () => {
  const ada = await aMember(db, { name: 'Ada', email: 'ada@example.org' })
  await leave(ada)
  const again = await aMember(db, { name: 'Ada', email: 'ada@example.org' })
  expect(again.handle).toBe('ada')
  expect(again.id).not.toBe(ada.id)
})

test('a wrong password deletes nothing', async () => {
  const ada = await aMember(db)
  expect(await leave(ada, 'not mine')).toEqual({ ok: false, refusal: 'wrong-password' })
  expect(await findPerson(db, ada.handle)).not.toBeNull()
})

test('the last admin cannot leave before another is appointed', async () => {
  const admin = await anAdmin(db)
  expect(await leave(admin)).toEqual({ ok: false, refusal: 'last-admin' })
  await anAdmin(db)
  expect(await leave(admin)).toMatchObject({ ok: true })
  expect(await db.selectFrom('roleGrant').select('accountId').execute()).toHaveLength(1)
})

test('drafts and entries of open contests are withdrawn; what people vote on stays, as a former member’s', async () => {
  const ada = await aMember(db, { name: 'Ada' })
  const open = await aContest(db, { phase: 'open', now })
  const voting = await aContest(db, { phase: 'voting', now })
  const whileOpen = new Date(now.getTime() - 10 * DAY_MS)
  const draft = await anEntry(db, { contestId: open.contestId, designer: ada, at: now, draft: true })
  const running = await anEntry(db, { contestId: voting.contestId, designer: ada, at: whileOpen })
  await leave(ada)

  const withdrawn = await db.selectFrom('withdrawal').select('entryId').execute()
  expect(withdrawn.map(({ entryId }) => entryId)).toEqual([draft])
  const makers = await listMakers(db, [running])
  expect(JSON.stringify([...makers])).not.toContain('Ada')
})

test('the pictures of what is withdrawn are handed back to be discarded, those people vote on stay', async () => {
  const ada = await aMember(db)
  const open = await aContest(db, { phase: 'open', now })
  const voting = await aContest(db, { phase: 'voting', now })
  const whileOpen = new Date(now.getTime() - 10 * DAY_MS)
  const given = { designer: ada, draft: true }
  const gone = [
    await anEntry(db, { ...given, contestId: open.contestId, at: now }),
    await anEntry(db, { ...given, contestId: voting.contestId, at: whileOpen }),
  ]
  const running = await anEntry(db, { designer: ada, contestId: voting.contestId, at: whileOpen })
  const hung = await db.selectFrom('artwork').select(['entryId', 'pictureId']).execute()
  const left = await leave(ada)
  const offTheWall = hung.filter(({ entryId }) => gone.includes(entryId)).map(({ pictureId }) => pictureId)
  expect(left.ok && [...left.value.pictureIds].sort()).toEqual(offTheWall.sort())
  expect((await db.selectFrom('artwork').select('entryId').execute()).map(({ entryId }) => entryId)).toEqual([running])
})

test('a collaborator who leaves takes the hand off entries that can still change', async () => {
  const [ada, bea] = [await aMember(db), await aMember(db)]
  const { contestId } = await aContest(db, { phase: 'open', now })
  await anEntry(db, { contestId, designer: ada, at: now, collaborators: [bea] })
  await leave(bea)
  const hands = await db.selectFrom('collaborator').select(['acceptedAt', 'declinedAt']).execute()
  expect(hands).toEqual([{ acceptedAt: null, declinedAt: now.toISOString() }])
})

test('when a step fails, nothing is deleted', async () => {
  const ada = await aMember(db)
  const steps = [() => Promise.reject(new Error('the disk is full'))]
  await expect(deleteAccount(db, { accountId: ada.id, password: PASSWORD, steps }, now)).rejects.toThrow('disk')
  expect(await findPerson(db, ada.handle)).not.toBeNull()
})
