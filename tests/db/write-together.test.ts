import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { CamelCasePlugin, Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, writing } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { prepare, toCamelCase } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { PlacetSqliteDialect } from '#db/sqlite-dialect.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { AT, putActivity } from './put-activity.ts'

const countActivity = prepare((db, _: object) =>
  db.selectFrom('activity').select((eb) => eb.fn.countAll<number>().as('count')),
)
const findActivity = prepare((db, p: { subjectId: string }) =>
  db.selectFrom('activity').select(['subjectId', 'contestId', 'at']).where('subjectId', '=', p.subjectId),
)

let path: string
let db: Kysely<Database>
beforeEach(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'placet-together-')), 'placet.sqlite')
  db = openDatabase(path)
  await migrateToLatest(db)
})
afterEach(() => db.destroy())

/** What the works add to the write-ahead log: each commit appends its changed pages to it, again if they were there before. */
async function bytesLogged(works: () => Promise<unknown>): Promise<number> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
  await works()
  return statSync(`${path}-wal`).size
}

test('what is asked in one turn of the event loop is committed together, in the order of asking', async () => {
  const put = (name: string) =>
    writingTogether(db, (statements) => {
      const before = statements.first(countActivity, {})?.count
      statements.run(putActivity, { subjectId: name })
      return before
    })
  const one = await bytesLogged(() => put('alone'))
  const eight = await bytesLogged(async () => {
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(put))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
  expect(eight).toBeLessThan(2 * one)
})

test('a work that throws is rejected by itself and takes nobody with it', async () => {
  const answers = await Promise.allSettled(
    ['good', 'bad', 'also good'].map((name) =>
      writingTogether(db, (statements) => {
        statements.run(putActivity, { subjectId: name })
        if (name === 'bad') throw new Error('no')
        return name
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const kept = await db.selectFrom('activity').select('subjectId').orderBy('id').execute()
  expect(kept.map(({ subjectId }) => subjectId)).toEqual(['good', 'also good'])
})

test('it waits for a transaction that is under way, and never mixes with it', async () => {
  let finish = () => {}
  const open = writing(db, async (trx) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return trx.selectFrom('activity').select('id').execute()
  })
  const put = writingTogether(db, (statements) => statements.run(putActivity, { subjectId: 'later' }))
  await new Promise(setImmediate)
  finish()
  expect(await open).toEqual([])
  expect(await put).toBe(1)
})

test('rows come with the names and values that Kysely gives them', async () => {
  const row = await writingTogether(db, (statements) => {
    statements.run(putActivity, { subjectId: 'who' })
    return [statements.first(findActivity, { subjectId: 'who' }), statements.all(findActivity, { subjectId: 'nobody' })]
  })
  expect(row).toEqual([{ subjectId: 'who', contestId: null, at: AT }, []])
})

test('every column of the schema has the name here that it has in the queries of the rest', async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT p.name FROM sqlite_schema s JOIN pragma_table_info(s.name) p WHERE s.type = 'table'`.execute(db)
  expect(rows.length).toBeGreaterThan(100)
  for (const { name } of rows) {
    const compiled = openDatabase(':memory:')
      .selectFrom('activity')
      .select(sql.ref(toCamelCase(name)).as('it'))
      .compile()
    expect(compiled.sql).toContain(`"${name}"`)
  }
})

test('asking a database that cannot be opened is refused, not forgotten', async () => {
  const nowhere = openDatabase('/nowhere/at/all.sqlite')
  await expect(writingTogether(nowhere, () => 1)).rejects.toThrow()
})

/** A database whose disk is waited for until the test says so, one commit after the other. */
async function onSlowDisk() {
  const syncs: (() => void)[] = []
  const settled = () => new Promise<void>((resolve) => void syncs.push(resolve))
  const log = { settled, close: async () => undefined }
  const slow = new Kysely<Database>({
    dialect: new PlacetSqliteDialect(() => new SqliteDatabase(path), { log }),
    plugins: [new CamelCasePlugin()],
  })
  const answered: string[] = []
  const put = (names: string[]) => {
    for (const name of names) {
      const putOne = (statements: Statements) => statements.run(putActivity, { subjectId: name })
      void writingTogether(slow, putOne).then(() => void answered.push(name))
    }
  }
  const kept = async () => (await slow.selectFrom('activity').select('subjectId').orderBy('id').execute()).length
  return { slow, syncs, answered, put, kept }
}

/** Lets the event loop turn so often that whoever waits for nothing but it has come. */
async function settleDown() {
  for (let turn = 0; turn < 8; turn += 1) await new Promise(setImmediate)
}

test('while the disk is waited for a group as large as the last is written, and each is answered after its own sync', async () => {
  const { slow, syncs, answered, put, kept } = await onSlowDisk()
  put(['a', 'b'])
  await settleDown()
  put(['c'])
  await settleDown()
  expect([await kept(), answered]).toEqual([2, []])
  put(['d'])
  await settleDown()
  expect([await kept(), answered, syncs.length]).toEqual([4, [], 2])
  syncs[0]?.()
  await settleDown()
  expect(answered).toEqual(['a', 'b'])
  syncs[1]?.()
  await settleDown()
  expect(answered).toEqual(['a', 'b', 'c', 'd'])
  await slow.destroy()
})

test('who comes again within a turn or two of the event loop joins the group, and nobody waits for long', async () => {
  const { slow, syncs, answered, put } = await onSlowDisk()
  put(['a', 'b', 'c'])
  await settleDown()
  syncs[0]?.()
  await settleDown()
  put(['d'])
  await new Promise(setImmediate)
  put(['e'])
  await settleDown()
  expect(syncs).toHaveLength(2)
  syncs[1]?.()
  await settleDown()
  expect(answered).toEqual(['a', 'b', 'c', 'd', 'e'])
  await slow.destroy()
})
