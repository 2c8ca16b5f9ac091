import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { action as sendAgain } from '#app/routes/confirm-email._index/route.tsx'
import { action as confirm, loader as confirmPage } from '#app/routes/confirm-email.$token/route.tsx'
import { action as forgotten } from '#app/routes/forgotten-password/route.tsx'
import { action as join } from '#app/routes/join/route.tsx'
import { action as setPassword } from '#app/routes/new-password.$token/route.tsx'
import { action as signIn } from '#app/routes/sign-in/route.tsx'
import { answerOf } from '../answer.ts'
import { mailsIn, pathIn } from '../mailbox.ts'
import { aMember, PASSWORD } from '../people.ts'
import { requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

const ada = { name: '  Ada   Lovelace ', email: 'Ada@Example.org', password: PASSWORD }

async function joinAs(form: Record<string, string>) {
  return answerOf(join({ request: await requestTo(context, '/join', { form }), params: {}, context }))
}

async function trySigningIn(email: string, password: string) {
  const request = await requestTo(context, '/sign-in', { form: { email, password } })
  return answerOf(signIn({ request, params: {}, context }))
}

async function confirmBy(path: string, password: string) {
  const request = await requestTo(context, path, { form: { password } })
  return answerOf(confirm({ request, params: { token: tokenOf(path) }, context }))
}

function tokenOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}

test('whoever joins gets a letter, confirms the address by its link, and can then sign in', async () => {
  const joined = await joinAs(ada)
  expect([joined.status, joined.headers.get('Location')]).toEqual([303, '/confirm-email'])
  expect(await trySigningIn('ada@example.org', PASSWORD)).toMatchObject({ status: 403 })

  const [letter] = await mailsIn(context, 'ada@example.org')
  const path = pathIn(context, letter)
  expect(letter?.html).toContain(path)
  const params = { token: tokenOf(path) }
  const page = await answerOf(confirmPage({ request: await requestTo(context, path), params, context }))
  expect(page).toMatchObject({ status: 200, data: { good: true, joiner: { email: 'ada@example.org' } } })

  const done = await confirmBy(path, PASSWORD)
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/sign-in'])
  expect(await trySigningIn('ada@example.org', PASSWORD)).toMatchObject({ status: 303 })
  expect(await context.db.selectFrom('account').select(['name', 'handle', 'email']).execute()).toEqual([
    { name: 'Ada Lovelace', handle: 'ada-lovelace', email: 'ada@example.org' },
  ])
})

test('while nothing can be written nobody is told to look in their mailbox, whether or not there is an account', async () => {
  await aMember(context.db, { email: 'ada@example.org' })
  await sql`PRAGMA max_page_count = 1`.execute(context.db)
  for (const email of ['ada@example.org', 'bea@example.org']) {
    const full = { code: 'SQLITE_FULL' }
    await expect(joinAs({ ...ada, email })).rejects.toMatchObject(full)
    for (const [path, action] of [
      ['/confirm-email', sendAgain],
      ['/forgotten-password', forgotten],
    ] as const) {
      const request = await requestTo(context, path, { form: { email } })
      await expect(answerOf(action({ request, params: {}, context }))).rejects.toMatchObject(full)
    }
  }
  await sql`PRAGMA max_page_count = 1000000`.execute(context.db)
  expect(await mailsIn(context)).toEqual([])
  expect((await joinAs({ ...ada, email: 'bea@example.org' })).status).toBe(303)
  expect(await mailsIn(context)).toHaveLength(1)
  expect(await context.db.selectFrom('trialWrite').selectAll().execute()).toEqual([])
})

test('opening the link confirms nothing, because mail filters open links too', async () => {
  await joinAs(ada)
  const path = pathIn(context, (await mailsIn(context))[0])
  const params = { token: tokenOf(path) }
  await confirmPage({ request: await requestTo(context, path), params, context })
  await confirmPage({ request: await requestTo(context, path), params, context })
  expect(await trySigningIn('ada@example.org', PASSWORD)).toMatchObject({ status: 403 })
})

test('a used link and a made-up one answer 410', async () => {
  await joinAs(ada)
  const path = pathIn(context, (await mailsIn(context))[0])
  for (const token of [tokenOf(path), tokenOf(path), 'made-up']) {
    const { status } = await confirmBy(`/confirm-email/${token}`, PASSWORD)
    if (token === tokenOf(path) && status === 303) continue
    expect(status).toBe(410)
  }
  const request = await requestTo(context, path)
  expect(await answerOf(confirmPage({ request, params: { token: tokenOf(path) }, context }))).toMatchObject({
    status: 410,
    data: { good: false },
  })
})

test('joining with somebody’s address looks the same, and only the owner’s mailbox tells', async () => {
  const fresh = await joinAs({ ...ada, email: 'new@example.org' })
  await aMember(context.db, { name: 'Bea', email: 'bea@example.org' })
  const taken = await joinAs({ ...ada, email: 'bea@example.org' })

  expect({ ...taken, headers: [...taken.headers] }).toEqual({ ...fresh, headers: [...fresh.headers] })
  const [letter] = await mailsIn(context, 'bea@example.org')
  expect(letter?.subject).toBe('You already have an account at Placet')
  expect(letter?.text).toContain('Hello Bea,')
  expect(letter?.text).not.toContain('Ada')
})

test('a letter to an address nobody has confirmed carries nothing the stranger typed', async () => {
  await joinAs({ ...ada, name: 'Win at https://evil.example' })
  const [letter] = await mailsIn(context)
  expect(letter?.text).not.toContain('evil.example')
  expect(letter?.html).not.toContain('evil.example')
})

test('whoever squats on an address loses it to the one who reads its mail', async () => {
  await joinAs({ name: 'Squatter', email: 'ada@example.org', password: 'a password of the squatter' })
  await joinAs(ada)
  const letters = await mailsIn(context, 'ada@example.org')
  expect(letters).toHaveLength(2)
  const outcomes = []
  for (const letter of letters) outcomes.push((await confirmBy(pathIn(context, letter), PASSWORD)).status)
  expect(outcomes.sort()).toEqual([303, 410])
  expect(await trySigningIn('ada@example.org', 'a password of the squatter')).toMatchObject({ status: 403 })
  expect(await trySigningIn('ada@example.org', PASSWORD)).toMatchObject({ status: 303 })
})

test('whoever joins again with another’s address gets nothing of the owner’s click on the newer letter', async () => {
  await joinAs(ada)
  await joinAs({ name: 'Mallory', email: 'ada@example.org', password: 'a password of the stranger' })
  const path = pathIn(context, (await mailsIn(context, 'ada@example.org')).at(-1))
  expect(await confirmBy(path, '')).toMatchObject({ status: 422, data: { errors: { password: [expect.any(String)] } } })
  expect(await confirmBy(path, PASSWORD)).toMatchObject({
    status: 403,
    data: { errors: { password: ['This is not your password.'] } },
  })
  expect(await trySigningIn('ada@example.org', 'a password of the stranger')).toMatchObject({ status: 403 })

  const form = { email: 'ada@example.org' }
  await answerOf(forgotten({ request: await requestTo(context, '/forgotten-password', { form }), params: {}, context }))
  const letter = (await mailsIn(context, 'ada@example.org')).at(-1)
  expect(letter?.text).not.toContain('Mallory')
  const renewing = pathIn(context, letter)
  const request = await requestTo(context, renewing, { form: { password: 'lantern orbit mustard' } })
  const renewed = await answerOf(setPassword({ request, params: { token: tokenOf(renewing) }, context }))
  expect(renewed.status).toBe(303)
  expect(await trySigningIn('ada@example.org', 'lantern orbit mustard')).toMatchObject({ status: 303 })
  expect(await confirmBy(path, 'a password of the stranger')).toMatchObject({ status: 410 })
})

test('a wrong password does not use the link up, and many are stopped', async () => {
  await joinAs(ada)
  const path = pathIn(context, (await mailsIn(context))[0])
  expect(await confirmBy(path, 'not this one')).toMatchObject({ status: 403 })
  expect(await confirmBy(path, PASSWORD)).toMatchObject({ status: 303 })

  await joinAs({ ...ada, email: 'bea@example.org' })
  const other = pathIn(context, (await mailsIn(context, 'bea@example.org'))[0])
  const tries = Array.from({ length: 11 }, () => confirmBy(other, 'not this one'))
  expect((await Promise.all(tries)).map(({ status }) => status)).toContain(429)
})

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['a name of 81 letters', { name: 'a'.repeat(81) }, 'name'],
  ['no address', { email: '' }, 'email'],
  ['an address without a domain', { email: 'ada' }, 'email'],
  ['no password', { password: '' }, 'password'],
  ['a short password', { password: 'kX9#mQ2' }, 'password'],
  ['a common password', { password: 'sunflower1' }, 'password'],
  ['a long common password', { password: 'passwordpassword' }, 'password'],
  ['a password made of the name and the address', { password: 'lovelace-ada' }, 'password'],
  ['a password beyond what anybody types', { password: 'ab1 '.repeat(51) }, 'password'],
])('%s is refused beside its field, and what was typed is kept but for the password', async (_, wrong, field) => {
  const answer = await joinAs({ ...ada, ...wrong })
  expect(answer.status).toBe(422)
  expect(Object.keys(answer.data.errors)).toEqual([field])
  expect(answer.data.typed).toEqual({ name: ada.name, email: ada.email, ...('password' in wrong ? {} : wrong) })
  expect(await context.db.selectFrom('account').select('id').execute()).toEqual([])
})

test('another letter goes out on request, its answer tells nothing, and the earlier link stops working', async () => {
  await joinAs(ada)
  async function askAgain(email: string) {
    const request = await requestTo(context, '/confirm-email', { form: { email } })
    const { status, headers } = await answerOf(sendAgain({ request, params: {}, context }))
    return { status, headers: [...headers] }
  }
  const known = await askAgain('ada@example.org')
  const unknown = await askAgain('nobody@example.org')
  expect(known.status).toBe(303)
  expect(unknown).toEqual(known)
  expect(await mailsIn(context, 'nobody@example.org')).toEqual([])
  expect(await mailsIn(context, 'ada@example.org')).toHaveLength(2)
  expect(await context.db.selectFrom('oneTimeLink').select('email').execute()).toHaveLength(1)
})

test('a stranger cannot use up the letters of the one whose address it is', async () => {
  await aMember(context.db, { email: 'bea@example.org' })
  const ask = async (clientAddress: string) => {
    const request = await requestTo(context, '/forgotten-password', { form: { email: 'bea@example.org' } })
    return (await answerOf(forgotten({ request, params: {}, context: { ...context, clientAddress } }))).status
  }
  for (let turn = 0; turn < 8; turn += 1) expect(await ask('198.51.100.7')).toBe(303)
  expect(await mailsIn(context, 'bea@example.org')).toHaveLength(5)
  expect(await ask('192.0.2.1')).toBe(303)
  expect(await mailsIn(context, 'bea@example.org')).toHaveLength(6)
})

test('one mailbox cannot be flooded with letters by one who asks for them', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await joinAs(ada)).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303])
  expect(await mailsIn(context)).toHaveLength(5)
})
