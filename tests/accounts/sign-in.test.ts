import * as argon2 from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import { confirmEmail } from '#app/accounts/confirm-email.server.ts'
import { hashPassword } from '#app/accounts/password-hash.server.ts'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import type { Database } from '#db/schema.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, PASSWORD } from '../people.ts'

// The real argon2, counted: whether two answers cost the same work is asked of the work, not of the clock.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) }
})

const now = new Date('2026-05-04T10:00:00.000Z')
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
})

async function attempt(email: string, password: string) {
  vi.mocked(argon2.verify).mockClear()
  const outcome = await signIn(db, { email, password, device: 'Firefox · Linux' }, now)
  const verified = vi.mocked(argon2.verify).mock.calls.map(([hash]) => argon2.parseOptions(hash))
  return { outcome, verified }
}

test('the right password opens a session', async () => {
  const ada = await aMember(db, { email: 'ada@example.org' })
  const { outcome } = await attempt('ada@example.org', PASSWORD)
  expect(outcome).toMatchObject({ ok: true, value: { accountId: ada.id } })
  if (outcome.ok) expect(await findSessionViewer(db, outcome.value.token, now)).toMatchObject({ id: ada.id })
})

test('a wrong password, an unknown address and an unconfirmed one get one answer after the same work', async () => {
  const passwordHash = await hashPassword(PASSWORD)
  for (const email of ['ada@example.org', 'bea@example.org']) {
    const joined = await registerAccount(db, { name: 'Somebody', email, passwordHash, language: null }, now)
    if (!joined.ok) throw new Error(joined.refusal)
    if (email.startsWith('ada')) await confirmEmail(db, { token: joined.value.token, password: PASSWORD }, now)
  }
  const wrong = await attempt('ada@example.org', 'not the one')
  const unknown = await attempt('nobody@example.org', PASSWORD)
  const unconfirmed = await attempt('bea@example.org', PASSWORD)

  expect(wrong.outcome).toEqual({ ok: false, refusal: 'cannot-sign-in' })
  expect(unknown.outcome).toEqual(wrong.outcome)
  expect(unconfirmed.outcome).toEqual(wrong.outcome)
  expect(wrong.verified).toHaveLength(1)
  expect(unknown.verified).toEqual(wrong.verified)
  expect(unconfirmed.verified).toEqual(wrong.verified)
})

test('accented letters may be typed as one code point or as two', async () => {
  const joined = await registerAccount(
    db,
    {
      name: 'Zoë',
      email: 'zoe@example.org',
      passwordHash: await hashPassword('quattro città più lontane'),
      language: null,
    },
    now,
  )
  if (!joined.ok) throw new Error(joined.refusal)
  await confirmEmail(db, { token: joined.value.token, password: 'quattro città più lontane' }, now)
  const { outcome } = await attempt('zoe@example.org', 'quattro città più lontane'.normalize('NFD'))
  expect(outcome.ok).toBe(true)
})
