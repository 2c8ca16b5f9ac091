import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseGround } from '#app/entries/choose-ground.server.ts'
import { listArtworks } from '#app/entries/entry-contents.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
let db: Kysely<Database>
let designer: TestPerson
let entryId: string

beforeEach(async () => {
  db = await freshDatabase()
  designer = await aMember(db)
  const { contestId } = await aContest(db, { phase: 'open', now: NOW })
  entryId = await anEntry(db, { contestId, designer, at: NOW })
})

afterEach(() => db.destroy())

test('a picture with transparent parts is shown on the ground that its designer chose', async () => {
  await db.updateTable('picture').set({ shownOn: '#faf7f0' }).execute()
  const artworkId = (await artwork())?.id ?? ''
  expect(await chooseGround(db, { entryId, designer, artworkId, ground: 'ink' }, NOW)).toEqual({
    ok: true,
    value: null,
  })
  expect((await artwork())?.picture.shownOn).toBe('#1b1917')
})

test('one without has no ground, and nobody else chooses it', async () => {
  const artworkId = (await artwork())?.id ?? ''
  await chooseGround(db, { entryId, designer, artworkId, ground: 'ink' }, NOW)
  expect((await artwork())?.picture.shownOn).toBeNull()
  const other = await aMember(db)
  const refused = { ok: false, refusal: 'entry-not-found' }
  expect(await chooseGround(db, { entryId, designer: other, artworkId, ground: 'ink' }, NOW)).toEqual(refused)
})

async function artwork() {
  return (await listArtworks(db, entryId))[0]
}
