import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { aMember, JOINED, passwordHash } from '../people.ts'

let folder: string
let databaseFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-appoint-'))
  databaseFile = join(folder, 'placet.sqlite')
  const db = openDatabase(databaseFile)
  await migrateToLatest(db)
  await aMember(db, { name: 'Ada', email: 'ada@example.org' })
  const bea = { name: 'Bea', email: 'bea@example.org', passwordHash: await passwordHash(), language: null }
  await registerAccount(db, bea, JOINED)
  await db.destroy()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  out: string
  complaint: string
}

function appoint(args: string[], file = databaseFile): Promise<Ended> {
  const env = { ...process.env, DATABASE_FILE: file, PUBLIC_ORIGIN: 'https://placet.test' }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/appoint.ts', ...args], { env }, (error, out, complaint) => {
      resolve({ code: error ? Number(error.code) : 0, out, complaint })
    })
  })
}

test('a member becomes admin from the shell, once, and the last admin stays', async () => {
  expect(await appoint(['Ada@Example.org', 'admin'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Ada (ada@example.org) is now admin.'),
  })
  expect(await appoint(['ada@example.org', 'admin'])).toMatchObject({
    code: 1,
    complaint: 'ada@example.org is admin already.\n',
  })
  expect(await appoint(['ada@example.org', 'admin', '--dismiss'])).toMatchObject({
    code: 1,
    complaint: 'ada@example.org is the last admin. Appoint another one first.\n',
  })
})

test.each([
  ['no arguments', [], 'npm run appoint -- EMAIL ROLE'],
  ['an unknown role', ['ada@example.org', 'king'], '“king” is not a role.'],
  ['arguments the wrong way round', ['admin', 'ada@example.org'], '“admin” is not an e-mail address.'],
  ['an unknown address', ['eve@example.org', 'admin'], 'They join at https://placet.test/join first.'],
  ['an unconfirmed address', ['bea@example.org', 'juror'], 'bea@example.org is not confirmed yet'],
])('%s end with a sentence and change nothing', async (_, args, sentence) => {
  const ended = await appoint(args)
  expect([ended.code, ended.out]).toEqual([1, ''])
  expect(ended.complaint).toContain(sentence)
})

test('a database that is not there is not made', async () => {
  const ended = await appoint(['ada@example.org', 'admin'], join(folder, 'elsewhere.sqlite'))
  expect(ended).toMatchObject({ code: 1, complaint: expect.stringContaining('There is no database at') })
})
