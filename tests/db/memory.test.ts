import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson } from '#db/seeds/a-vote.ts'
import { reading, writingTogether } from '#db/write-together.server.ts'

const nameOf = prepare((db, p: { id: string }) => db.selectFrom('account').select('name').where('id', '=', p.id))
const rename = prepare((db, p: { id: string; name: string }) =>
  db.updateTable('account').set({ name: p.name }).where('id', '=', p.id),
)

let path: string
let db: Kysely<Database>
let id: string
let lookUps: number
beforeEach(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'placet-memory-')), 'placet.sqlite')
  db = openDatabase(path)
  await migrateToLatest(db)
  id = await aPerson(db)
  lookUps = 0
  await db.updateTable('account').set({ name: 'Ada' }).execute()
})
afterEach(() => db.destroy())

const name = () =>
  writingTogether(db, (statements) =>
    statements.remember('name', () => {
      lookUps += 1
      return statements.first(nameOf, { id })?.name
    }),
  )

test('what was looked up holds from group to group while nobody else writes', async () => {
  for (let group = 0; group < 3; group += 1) expect(await name()).toBe('Ada')
  await writingTogether(db, (statements) => statements.run(rename, { id: 'nobody', name: 'Bruno' }))
  expect(await name()).toBe('Ada')
  expect(lookUps).toBe(1)
})

test('a write of this connection beside the works, and one of another, are seen by the next work', async () => {
  await name()
  await db.updateTable('account').set({ name: 'Bruno' }).execute()
  expect(await name()).toBe('Bruno')
  const other = openDatabase(path)
  await other.updateTable('account').set({ name: 'Carla' }).execute()
  expect(await name()).toBe('Carla')
  await other.updateTable('account').set({ name: 'Dario' }).execute()
  expect(await reading(db, (statements) => statements.remember('name', () => 'looked up anew'))).toBe('looked up anew')
  await other.destroy()
})

test('what was remembered of a group that was rolled back is forgotten', async () => {
  const failing = writingTogether(db, (statements) => {
    statements.run(rename, { id, name: 'Bruno' })
    statements.remember('name', () => statements.first(nameOf, { id })?.name)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await name()).toBe('Ada')
})

test('a work that changes what was remembered says so', async () => {
  await name()
  await writingTogether(db, (statements) => {
    statements.run(rename, { id, name: 'Bruno' })
    statements.forget('name')
  })
  expect(await name()).toBe('Bruno')
})
