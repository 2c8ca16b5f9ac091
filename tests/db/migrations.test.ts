import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'

test('a migration that breaks off leaves the database as it was, so that the next start can try again', async () => {
  const db = openDatabase(':memory:')
  const breaksOff = {
    async up(migrating: Kysely<unknown>) {
      await sql.raw('CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT').execute(migrating)
      throw new Error('power cut')
    },
  }

  await expect(migrateToLatest(db, { '2026-01-01T0000_breaks_off': breaksOff })).rejects.toThrow('power cut')

  const tables = await db.introspection.getTables()
  expect(tables.map(({ name }) => name)).toEqual([])
  expect(await migrateToLatest(db)).toEqual(['2026-11-21T1900_create_everything'])
  await db.destroy()
})

test('a database that is up to date is left alone', async () => {
  const db = openDatabase(':memory:')
  await migrateToLatest(db)
  expect(await migrateToLatest(db)).toEqual([])
  await db.destroy()
})
