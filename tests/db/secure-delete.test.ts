import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fileDatabase } from '../file-database.ts'
import { aFilledVote } from '../voting/a-filled-vote.ts'

test('every connection overwrites what it deletes', async () => {
  const db = await fileDatabase()
  expect((await sql<{ secure_delete: number }>`PRAGMA secure_delete`.execute(db)).rows).toMatchObject([
    { secureDelete: 1 },
  ])
})

test('the key of a ballot that was destroyed is nowhere in the file any more', async () => {
  const { db } = await aFilledVote(3, 2)
  const { rows } = await sql<{ name: string; file: string }>`PRAGMA database_list`.execute(db)
  const file = rows.find(({ name }) => name === 'main')?.file ?? ''
  const keys = await db.selectFrom('ballotKey').select('key').execute()
  const found = async () => {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
    const bytes = readFileSync(file)
    return keys.filter(({ key }) => bytes.includes(key)).length
  }
  expect(await found()).toBe(2)
  await db.deleteFrom('ballotKey').execute()
  expect(await found()).toBe(0)
})
