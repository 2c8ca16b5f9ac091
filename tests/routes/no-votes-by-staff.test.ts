import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type TownScene } from '../town/town-scene.ts'
import { ROWS } from './role-matrix.ts'
import { bodyOf } from './row-body.ts'

/** "Nobody, admins included, can add, change or remove another person's vote" (DESIGN.md): by every door there is. */
let town: TownScene

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function votes(): Promise<string> {
  const { db } = town.context()
  const said = await db
    .selectFrom('ballotEvent')
    .selectAll()
    .where('kind', 'in', ['score', 'change', 'duel'])
    .orderBy('contestId')
    .orderBy('sequence')
    .execute()
  const scores = await db.selectFrom('score').selectAll().orderBy('entryId').orderBy('voterId').execute()
  const marks = await db.selectFrom('buyMark').selectAll().orderBy('entryId').orderBy('accountId').execute()
  const handed = await db.selectFrom('exposure').selectAll().orderBy('entryId').orderBy('voterId').execute()
  const keys = await db.selectFrom('ballotKey').selectAll().orderBy('contestId').orderBy('voterId').execute()
  return JSON.stringify([said, scores, marks, handed, keys])
}

describe('no door lets staff vote, or change or remove a vote', () => {
  test.each(['admin'] as const)(
    'an %s who sends every form there is leaves every vote as it was',
    async (role) => {
      const before = await votes()
      for (const row of ROWS.filter(({ act }) => act !== undefined)) {
        const fields = row.form?.(town.scene, role) ?? {}
        const { id } = town.scene.people.member
        for (const each of [fields, { ...fields, voterId: id, accountId: id }]) {
          await town.ask(role, row.at(town.scene), await bodyOf(row, each))
          expect(await votes(), row.route).toBe(before)
        }
        await town.rewind()
      }
    },
    240_000,
  )

  test('what voters said cannot be changed or taken out of the record in the database, nor anything put between', async () => {
    const { db } = town.context()
    const change = db.updateTable('ballotEvent').set({ value: 5 }).where('kind', '=', 'score')
    await expect(change.execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('ballotEvent').execute()).rejects.toThrow('append-only')
    const last = await db.selectFrom('ballotEvent').selectAll().orderBy('sequence', 'desc').executeTakeFirstOrThrow()
    const forged = { ...last, sequence: last.sequence + 1, previousHash: '0'.repeat(64) }
    await expect(db.insertInto('ballotEvent').values(forged).execute()).rejects.toThrow('does not follow')
    const gap = { ...last, sequence: last.sequence + 2, previousHash: last.hash }
    await expect(db.insertInto('ballotEvent').values(gap).execute()).rejects.toThrow('does not follow')
  })
})
