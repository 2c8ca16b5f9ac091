import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { listEntriesOfDesigner } from '#app/entries/designer-entries.server.ts'
import { findEntryPage } from '#app/entries/entry-pages.server.ts'
import { findGalleryPage } from '#app/entries/gallery-entries.server.ts'
import { listMyEntries } from '#app/entries/my-entries.server.ts'
import { countPublishedEntries } from '#app/entries/published-count.server.ts'
import { listRecentEntries } from '#app/entries/recent-entries.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, anAdmin, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
let db: Kysely<Database>
let contest: ContestMade
let designer: TestPerson

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aContest(db, { phase: 'open', now: NOW, brief: { entriesPerPerson: 20 } })
  designer = await aMember(db, { name: 'Ada Rossi' })
})
afterEach(() => db.destroy())

async function galleryFor(viewer: TestPerson | null, page = 1, now = NOW) {
  const facts = await findContestFacts(db, { id: contest.contestId })
  if (!facts) throw new Error('no contest')
  return findGalleryPage(db, { contest: facts, viewer, page }, now)
}

describe('the gallery', () => {
  test('shows what is published and nothing else, without who drew it', async () => {
    const { contestId } = contest
    const shown = await anEntry(db, { contestId, designer, at: NOW, title: 'Shown' })
    await anEntry(db, { contestId, designer, at: NOW, draft: true })
    const withdrawn = await anEntry(db, { contestId, designer, at: NOW })
    expectDone(await withdrawEntry(db, { steps: [], entryId: withdrawn, designer }, NOW))
    const gallery = await galleryFor(await anAdmin(db))
    expect(gallery?.entries.map(({ id, authors }) => ({ id, authors }))).toEqual([{ id: shown, authors: null }])
    expect(await countPublishedEntries(db, [contestId])).toEqual(new Map([[contestId, 1]]))
    expect(JSON.stringify(await galleryFor(null))).not.toContain('Ada')
  })

  test('pages hold 24, together hold everything once, and one’s own name is no secret to oneself', async () => {
    const friend = await aMember(db)
    for (let number = 0; number < 30; number++) {
      const by = number % 2 === 0 ? designer : friend
      await anEntry(db, { contestId: contest.contestId, designer: by, at: NOW })
    }
    const [first, second] = [await galleryFor(designer, 1), await galleryFor(designer, 2)]
    expect([first?.entries.length, second?.entries.length, first?.pages]).toEqual([24, 6, 2])
    const ids = [...(first?.entries ?? []), ...(second?.entries ?? [])].map(({ id }) => id)
    expect(new Set(ids).size).toBe(30)
    const named = [first, second].flatMap((page) => page?.entries ?? []).filter(({ authors }) => authors !== null)
    expect(named).toHaveLength(15)
    expect(named[0]?.authors?.map(({ name }) => name)).toEqual(['Ada Rossi'])
  })

  test('before the opening it is sealed for everybody', async () => {
    contest = await aContest(db, { phase: 'announced', now: NOW, title: 'Later' })
    expect(await galleryFor(await anAdmin(db))).toBeNull()
  })
})

describe('one entry', () => {
  test('a draft is its makers’ alone', async () => {
    const invited = await aMember(db)
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW, draft: true })
    const found = async (viewer: TestPerson | null) => (await findEntryPage(db, { entryId, viewer }, NOW))?.found
    expect([await found(designer), await found(invited), await found(await anAdmin(db)), await found(null)]).toEqual([
      'entry',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('what was withdrawn says so where it had been published, and was never there where it had not', async () => {
    const published = await anEntry(db, { contestId: contest.contestId, designer, at: NOW })
    const draft = await anEntry(db, { contestId: contest.contestId, designer, at: NOW, draft: true })
    for (const entryId of [published, draft]) expectDone(await withdrawEntry(db, { steps: [], entryId, designer }, NOW))
    const reading = await findEntryPage(db, { entryId: published, viewer: null }, NOW)
    expect(reading).toMatchObject({ found: 'gone', why: 'withdrawn' })
    expect(await findEntryPage(db, { entryId: draft, viewer: null }, NOW)).toBeUndefined()
  })
})

describe('other walls', () => {
  test('a designer’s page shows their work only where the seal on authors is open', async () => {
    const collaborator = await aMember(db)
    const entryId = await anEntry(db, {
      ...{ contestId: contest.contestId, designer, at: NOW },
      collaborators: [collaborator],
    })
    const shown = async (person: TestPerson, viewer: TestPerson | null) =>
      (await listEntriesOfDesigner(db, { designerId: person.id, viewer }, NOW)).map(({ id }) => id)
    expect(await shown(designer, null)).toEqual([])
    expect(await shown(designer, await anAdmin(db))).toEqual([])
    expect(await shown(designer, designer)).toEqual([entryId])
    expect(await shown(collaborator, collaborator)).toEqual([entryId])
  })

  test('the recent ones come newest first, and none from a cancelled contest', async () => {
    const { contestId } = contest
    const first = await anEntry(db, { contestId, designer, at: NOW })
    const second = await anEntry(db, { contestId, designer, at: new Date(NOW.getTime() + 1000) })
    const recent = await listRecentEntries(db, { viewer: null, most: 10 }, NOW)
    expect(recent.map(({ id }) => id)).toEqual([second, first])
    await db
      .insertInto('cancellation')
      .values({ contestId, reason: 'Fire', cancelledBy: contest.adminId, cancelledAt: NOW.toISOString() })
      .execute()
    expect(await listRecentEntries(db, { viewer: null, most: 10 }, NOW)).toEqual([])
  })

  test('my entries say how I stand to each', async () => {
    const { contestId } = contest
    const friend = await aMember(db)
    await anEntry(db, { contestId, designer, at: NOW, draft: true })
    await anEntry(db, { contestId, designer: friend, at: NOW, collaborators: [designer] })
    const mine = await listMyEntries(db, { viewer: designer }, NOW)
    expect(mine.map(({ part, state }) => `${part} ${state}`).sort()).toEqual([
      'collaborator submitted',
      'designer draft',
    ])
  })
})
