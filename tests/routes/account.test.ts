import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { ruleOnReport } from '#app/moderation/rule-on-report.server.ts'
import { action as editProfile, loader as profilePage } from '#app/routes/account/route.tsx'
import { action as deleteAccount } from '#app/routes/account_.delete/route.tsx'
import { action as askEmail } from '#app/routes/account_.email/route.tsx'
import { action as exportData } from '#app/routes/account_.export/route.tsx'
import { action as changePassword } from '#app/routes/account_.password/route.tsx'
import { loader as sessionsPage } from '#app/routes/account_.sessions/route.tsx'
import { action as endSession } from '#app/routes/account_.sessions_.end/route.tsx'
import { action as endOthers } from '#app/routes/account_.sessions_.end-others/route.tsx'
import { action as confirmAgain } from '#app/routes/confirm-email._index/route.tsx'
import { action as confirmEmail } from '#app/routes/confirm-email.$token/route.tsx'
import { action as forgotten } from '#app/routes/forgotten-password/route.tsx'
import { action as join } from '#app/routes/join/route.tsx'
import { action as setPassword, loader as setPasswordPage } from '#app/routes/new-password.$token/route.tsx'
import { action as signIn } from '#app/routes/sign-in/route.tsx'
import { answerOf } from '../answer.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { mailsIn, pathIn } from '../mailbox.ts'
import { aMember, anAdmin, anUnconfirmed, PASSWORD, type TestPerson } from '../people.ts'
import { requestTo, routeContext, sessionCookieOf, type TestContext } from '../route-context.ts'

const NEW_PASSWORD = 'lantern orbit mustard'
let context: TestContext
let ada: TestPerson

beforeEach(async () => {
  context = await routeContext()
  ada = await aMember(context.db, { name: 'Ada', email: 'ada@example.org' })
})
afterEach(() => context.close())

async function asked(path: string, form: Record<string, string>, as: TestPerson | null = ada, params = {}) {
  return { request: await requestTo(context, path, { form, as }), params, context }
}

async function signsIn(email: string, password: string): Promise<boolean> {
  const { status } = await answerOf(signIn(await asked('/sign-in', { email, password }, null)))
  return status === 303
}

async function sessions(): Promise<number> {
  return (await context.db.selectFrom('session').select('device').execute()).length
}

const lastPart = (path: string) => path.split('/').at(-1) ?? ''

test('every page of the account sends a visitor to the sign-in page and changes nothing', async () => {
  const acts = [editProfile, askEmail, changePassword, endSession, endOthers, exportData, deleteAccount]
  const form = {
    name: 'Eve',
    bio: '',
    language: '',
    password: PASSWORD,
    currentPassword: PASSWORD,
    email: 'e@e.example',
  }
  for (const act of acts) {
    const answer = await answerOf<unknown>(act(await asked('/account', form, null)))
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/sign-in'])
  }
  expect(await context.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Ada' }])
})

test('a profile is saved, with its language in the cookie; a wrong one keeps what was typed', async () => {
  const saved = await answerOf(
    editProfile(await asked('/account', { name: 'Ada L.', bio: 'Shoes.\r\n', language: 'it' })),
  )
  expect(saved.status).toBe(303)
  expect(saved.headers.get('Set-Cookie')).toContain('placet_language=it')
  const page = await answerOf(profilePage(await asked('/account', {})))
  expect(page.data).toEqual({ name: 'Ada L.', bio: 'Shoes.', language: 'it', handle: 'ada', agreements: [] })

  const typed = { name: '', bio: 'x'.repeat(1001), language: 'fr' }
  const refused = await answerOf(editProfile(await asked('/account', typed)))
  expect(refused.status).toBe(422)
  expect(Object.keys(refused.data.errors).sort()).toEqual(['bio', 'language', 'name'])
  expect(refused.data.typed).toEqual(typed)
})

test('a new address counts once its link is followed, and the old one is told', async () => {
  const form = { email: 'countess@example.org', password: PASSWORD }
  expect(await answerOf(askEmail(await asked('/account/email', form)))).toMatchObject({ status: 303 })
  expect(await signsIn('ada@example.org', PASSWORD)).toBe(true)

  const path = pathIn(context, (await mailsIn(context, 'countess@example.org'))[0])
  const params = { token: lastPart(path) }
  expect(await answerOf(confirmEmail(await asked(path, {}, null, params)))).toMatchObject({ status: 303 })
  expect(await signsIn('countess@example.org', PASSWORD)).toBe(true)
  expect(await signsIn('ada@example.org', PASSWORD)).toBe(false)
  expect((await mailsIn(context, 'ada@example.org')).map(({ subject }) => subject)).toEqual([
    'Your address at Placet was changed',
  ])
})

test('asking for somebody else’s address looks the same, and only its owner hears of it', async () => {
  await aMember(context.db, { name: 'Bea', email: 'bea@example.org' })
  const ask = async (email: string) => {
    const { status, headers } = await answerOf(askEmail(await asked('/account/email', { email, password: PASSWORD })))
    return { status, headers: [...headers] }
  }
  expect(await ask('bea@example.org')).toEqual(await ask('free@example.org'))
  expect((await mailsIn(context, 'bea@example.org'))[0]?.subject).toBe('Your address was asked for at Placet')
})

test('no answer waits for what is done only for an address that somebody has', async () => {
  await anUnconfirmed(context.db, { email: 'bea@example.org' })
  const waiting: (() => Promise<unknown>)[] = []
  const calm = { ...context, afterAnswer: (work: () => Promise<unknown>) => void waiting.push(work) }
  const send = async (act: typeof forgotten, form: Record<string, string>, as: TestPerson | null = null) =>
    (await answerOf<unknown>(act({ request: await requestTo(context, '/', { form, as }), params: {}, context: calm })))
      .status
  const written = async () => (await context.db.selectFrom('oneTimeLink').select('kind').execute()).length
  const before = await written()
  expect(await send(forgotten, { email: 'ada@example.org' })).toBe(303)
  expect(await send(confirmAgain, { email: 'bea@example.org' })).toBe(303)
  expect(await send(askEmail, { email: 'new@example.org', password: PASSWORD }, ada)).toBe(303)
  expect(await send(join, { name: 'Cleo', email: 'cleo@example.org', password: PASSWORD })).toBe(303)
  expect([await written(), waiting.length]).toEqual([before, 4])
  // The letters wait in the same line.
  for (const work of waiting) await work()
  expect((await mailsIn(context)).map(({ to }) => to.split('@')[0]).sort()).toEqual(['ada', 'bea', 'cleo', 'new'])
})

test('an address of another who joined meanwhile is not taken over', async () => {
  await answerOf(askEmail(await asked('/account/email', { email: 'bea@example.org', password: PASSWORD })))
  const path = pathIn(context, (await mailsIn(context, 'bea@example.org'))[0])
  await aMember(context.db, { name: 'Bea', email: 'bea@example.org' })
  const answer = await answerOf(confirmEmail(await asked(path, {}, null, { token: lastPart(path) })))
  expect(answer.status).toBe(409)
  expect(await signsIn('ada@example.org', PASSWORD)).toBe(true)
})

test.each([
  ['address', askEmail, { email: 'new@example.org', password: 'not mine' }, 'password'],
  ['password', changePassword, { currentPassword: 'not mine', newPassword: NEW_PASSWORD }, 'currentPassword'],
  ['account', deleteAccount, { password: 'not mine' }, 'password'],
])('a session left open is not enough to change the %s', async (_, act, form, field) => {
  const answer = await answerOf<unknown>(act(await asked('/account', form)))
  expect(answer).toMatchObject({ status: 403, data: { errors: { [field]: ['This is not your password.'] } } })
  const tries = Array.from({ length: 10 }, async () => answerOf<unknown>(act(await asked('/account', form))))
  expect((await Promise.all(tries)).map(({ status }) => status)).toContain(429)
})

test('of two passwords that are missing each is asked for in words of its own', async () => {
  const { status, data } = await answerOf(changePassword(await asked('/account/password', {})))
  expect([status, data.errors]).toEqual([
    422,
    { currentPassword: ['Write your password.'], newPassword: ['Choose a password.'] },
  ])
})

test('a changed password ends every other session and goes on here under a new secret', async () => {
  await sessionCookieOf(context, ada)
  const form = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }
  const { status, headers } = await answerOf(changePassword(await asked('/account/password', form)))
  expect(status).toBe(303)
  expect(headers.get('Set-Cookie')).toMatch(/placet=/)
  expect(await sessions()).toBe(1)
  expect([await signsIn('ada@example.org', PASSWORD), await signsIn('ada@example.org', NEW_PASSWORD)]).toEqual([
    false,
    true,
  ])
  expect((await mailsIn(context, 'ada@example.org'))[0]?.subject).toBe('Your password at Placet was changed')
})

test('a forgotten password: one answer for everybody, one link, used once, and everybody is signed out', async () => {
  await sessionCookieOf(context, ada)
  const ask = async (email: string) => {
    const { status, headers } = await answerOf(forgotten(await asked('/forgotten-password', { email }, null)))
    return { status, headers: [...headers] }
  }
  expect(await ask('ada@example.org')).toEqual(await ask('nobody@example.org'))
  const letters = await mailsIn(context)
  expect(letters.map(({ to }) => to)).toEqual(['ada@example.org'])

  const path = pathIn(context, letters[0])
  const params = { token: lastPart(path) }
  expect((await answerOf(setPasswordPage(await asked(path, {}, null, params)))).data).toEqual({ good: true })
  const weak = await answerOf(setPassword(await asked(path, { password: 'password' }, null, params)))
  expect(weak.status).toBe(422)
  const set = await answerOf(setPassword(await asked(path, { password: NEW_PASSWORD }, null, params)))
  expect(set.status).toBe(303)
  expect(await sessions()).toBe(0)
  expect(await signsIn('ada@example.org', NEW_PASSWORD)).toBe(true)
  const again = await answerOf(setPassword(await asked(path, { password: NEW_PASSWORD }, null, params)))
  expect(again.status).toBe(410)
})

test('a new password stops a change of address that a thief may have asked for', async () => {
  await answerOf(askEmail(await asked('/account/email', { email: 'thief@example.org', password: PASSWORD })))
  await answerOf(forgotten(await asked('/forgotten-password', { email: 'ada@example.org' }, null)))
  const renew = pathIn(context, (await mailsIn(context, 'ada@example.org'))[0])
  await answerOf(setPassword(await asked(renew, { password: NEW_PASSWORD }, null, { token: lastPart(renew) })))
  const move = pathIn(context, (await mailsIn(context, 'thief@example.org'))[0])
  const answer = await answerOf(confirmEmail(await asked(move, {}, null, { token: lastPart(move) })))
  expect(answer.status).toBe(410)
  expect(await signsIn('ada@example.org', NEW_PASSWORD)).toBe(true)
})

test('a link for a new password is good for half an hour', async () => {
  await answerOf(forgotten(await asked('/forgotten-password', { email: 'ada@example.org' }, null)))
  const path = pathIn(context, (await mailsIn(context))[0])
  context.setClock(new Date(context.clock().getTime() + 30 * 60_000))
  const answer = await answerOf(setPasswordPage(await asked(path, {}, null, { token: lastPart(path) })))
  expect(answer).toMatchObject({ status: 410, data: { good: false } })
})

test('one sees one’s own sessions, ends one or all others, and nobody else’s', async () => {
  const bea = await aMember(context.db)
  await sessionCookieOf(context, bea)
  await sessionCookieOf(context, ada)
  const [{ tokenHash: beas }] = await hashesOf(bea)
  const here = await asked('/account/sessions', { session: beas })
  const page = await answerOf(sessionsPage(here))
  expect(page.data.sessions.map(({ current }) => current).sort()).toEqual([false, true])
  await answerOf(endSession(here))
  expect(await hashesOf(bea)).toHaveLength(1)

  const other = page.data.sessions.find(({ current }) => !current)?.id ?? ''
  await answerOf(endSession(await asked('/account/sessions', { session: other })))
  await answerOf(endOthers(await asked('/account/sessions/end-others', {})))
  expect(await hashesOf(ada)).toHaveLength(1)
  expect(await hashesOf(bea)).toHaveLength(1)
})

async function hashesOf({ id }: TestPerson): Promise<[{ tokenHash: string }, ...{ tokenHash: string }[]]> {
  const [first, ...rest] = await context.db
    .selectFrom('session')
    .select('tokenHash')
    .where('accountId', '=', id)
    .execute()
  if (!first) throw new Error('There is no session.')
  return [first, ...rest]
}

test('the export is one file with everything of mine, nothing of others, and no secret', async () => {
  await aMember(context.db, { name: 'Bea', email: 'bea@example.org' })
  const answer = await exportData(await asked('/account/export', {}))
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="placet-ada-2026-05-04.json"')
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    profile: { name: 'Ada', email: 'ada@example.org' },
    entries: [],
    scores: [],
  })
  expect(text).not.toMatch(/bea@|argon2|password_?hash|token/i)
})

test('the export of staff holds what they ruled, took down and wrote', async () => {
  const admin = await anAdmin(context.db)
  const { contestId } = await aContest(context.db, { phase: 'open', now: context.clock() })
  const entryId = await anEntry(context.db, { contestId, designer: ada, at: context.clock() })
  const reporter = await aMember(context.db)
  const report = { entryId, reporter, reason: 'offensive', detail: '' } as const
  const reportId = expectDone(await reportEntry(context.db, report, context.clock()))
  const ruling = { reportId, admin, ruling: 'taken-down', note: 'It is a photograph of somebody else’s shoe.' } as const
  expectDone(await ruleOnReport(context.db, { ...ruling, steps: [] }, context.clock()))
  const everything = await (await exportData(await asked('/account/export', {}, admin))).json()
  expect(everything).toMatchObject({
    rulings: [{ reportId, ruling: 'taken-down', note: ruling.note }],
    takedowns: [{ entryId }],
    answersGiven: [],
    goDecisions: [],
  })
})

test('who asked for links is part of the record, without a name where anybody may have asked', async () => {
  await answerOf(forgotten(await asked('/forgotten-password', { email: 'ada@example.org' }, null)))
  await answerOf(askEmail(await asked('/account/email', { email: 'new@example.org', password: PASSWORD })))
  await anUnconfirmed(context.db, { email: 'bea@example.org' })
  await answerOf(confirmAgain(await asked('/confirm-email', { email: 'bea@example.org' }, null)))
  await context.afterwards.settled()
  const happened = await context.db.selectFrom('activity').select(['kind', 'actorId', 'subjectId']).execute()
  expect(happened).toEqual(
    expect.arrayContaining([
      { kind: 'password-link-asked', actorId: null, subjectId: ada.id },
      { kind: 'email-change-asked', actorId: ada.id, subjectId: null },
      { kind: 'confirmation-link-asked', actorId: null, subjectId: expect.any(String) },
    ]),
  )
})

test('an account is deleted with its password, and its owner is told', async () => {
  const answer = await answerOf(deleteAccount(await asked('/account/delete', { password: PASSWORD })))
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/'])
  expect(await signsIn('ada@example.org', PASSWORD)).toBe(false)
  expect((await mailsIn(context, 'ada@example.org'))[0]?.subject).toBe('Your account at Placet is deleted')
  const admin = await anAdmin(context.db)
  const last = await answerOf(deleteAccount(await asked('/account/delete', { password: PASSWORD }, admin)))
  expect(last).toMatchObject({ status: 409 })
})

test('the files of a draft go with the account', async () => {
  const { contestId } = await aContest(context.db, { phase: 'open', now: context.clock() })
  const { store } = context.pictures
  await anEntry(context.db, { contestId, designer: ada, at: context.clock(), draft: true, store })
  const keys = await context.db.selectFrom('rendition').select('key').execute()
  const kept = async () => Promise.all(keys.map(async ({ key }) => (await store.open(key)) !== null))
  expect(await kept()).toContain(true)
  await answerOf(deleteAccount(await asked('/account/delete', { password: PASSWORD })))
  expect(await kept()).not.toContain(true)
  expect(await context.db.selectFrom('picture').select('id').where('uploadedBy', '=', ada.id).execute()).toEqual([])
})
