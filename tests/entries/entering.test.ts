import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { acceptCollaboration } from '#app/entries/accept-collaboration.server.ts'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { describeLatePictures } from '#app/entries/describe-late-pictures.server.ts'
import { listArtworks } from '#app/entries/entry-contents.server.ts'
import { findEntryEdit } from '#app/entries/entry-edits.server.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { orderArtworks } from '#app/entries/order-artworks.server.ts'
import { removeArtwork } from '#app/entries/remove-artwork.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest, type ContestMade } from '../contests-in-phases.ts'
import { anEntry, aPicture, completeWords, expectDone } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, aMember, anUnconfirmed, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const MINUTE_MS = 60_000
let db: Kysely<Database>
let contest: ContestMade
let designer: TestPerson

beforeEach(async () => {
  db = await freshDatabase()
  contest = await aContest(db, { phase: 'open', now: NOW, brief: { entriesPerPerson: 2, maximumPictures: 2 } })
  designer = await aMember(db)
})
afterEach(() => db.destroy())

const refusalOf = (outcome: { ok: boolean; refusal?: unknown }) => outcome.refusal
const deadline = () => new Date(contest.brief.votingOpensAt).getTime()

async function kinds(entryId: string): Promise<string[]> {
  const rows = await db.selectFrom('activity').select('kind').where('entryId', '=', entryId).orderBy('id').execute()
  return rows.map(({ kind }) => kind)
}

describe('starting', () => {
  test('staff, the unconfirmed and accounts that are too young do not enter', async () => {
    const { contestId } = contest
    const juror = await aJuror(db)
    expect(refusalOf(await startEntry(db, { contestId, designer: juror }, NOW))).toBe('staff-do-not-take-part')
    const unconfirmed = await anUnconfirmed(db)
    expect(refusalOf(await startEntry(db, { contestId, designer: unconfirmed }, NOW))).toBe('email-not-confirmed')
    const strict = await aContest(db, { phase: 'open', now: NOW, title: 'Strict', brief: { enterAccountAgeDays: 30 } })
    const young = await aMember(db, {}, new Date(NOW.getTime() - 29 * 24 * 60 * MINUTE_MS))
    const details = { contestId: strict.contestId, designer: young }
    expect(refusalOf(await startEntry(db, details, NOW))).toBe('account-too-young')
  })

  test('who became staff after the page was asked for neither begins, submits nor joins in', async () => {
    const { contestId } = contest
    const friend = await aMember(db)
    const entryId = await anEntry(db, { contestId, designer, at: NOW, draft: true })
    const others = await anEntry(db, { contestId, designer: friend, at: NOW })
    expectDone(await inviteCollaborator(db, { entryId: others, designer: friend, handle: designer.handle }, NOW))
    expectDone(await appointStaff(db, { accountId: designer.id, role: 'juror', grantedBy: null }, NOW))
    for (const outcome of [
      await startEntry(db, { contestId, designer }, NOW),
      await submitEntry(db, { entryId, designer }, NOW),
      await acceptCollaboration(db, { entryId: others, collaborator: designer }, NOW),
    ]) {
      expect(refusalOf(outcome)).toBe('staff-do-not-take-part')
    }
  })

  test('one may make as many entries as the brief says, and a withdrawn one makes room', async () => {
    const details = { contestId: contest.contestId, designer }
    const first = expectDone(await startEntry(db, details, NOW))
    expectDone(await startEntry(db, details, NOW))
    expect(refusalOf(await startEntry(db, details, NOW))).toBe('enough-entries')
    expectDone(await withdrawEntry(db, { steps: [], entryId: first, designer }, NOW))
    expect((await startEntry(db, details, NOW)).ok).toBe(true)
  })

  test('who withdraws and begins again without end is stopped', async () => {
    const details = { contestId: contest.contestId, designer }
    const refusals: unknown[] = []
    for (let begun = 0; begun < 13; begun++) {
      const started = await startEntry(db, details, NOW)
      refusals.push(refusalOf(started))
      if (started.ok) expectDone(await withdrawEntry(db, { steps: [], entryId: started.value, designer }, NOW))
    }
    expect(refusals).toEqual([...Array(12).fill(undefined), 'begun-too-often'])
  })

  test('only while entries are open; a contest still being drafted does not exist', async () => {
    for (const [phase, refusal] of [
      ['draft', 'contest-not-found'],
      ['announced', 'entries-not-open'],
      ['voting', 'entries-closed'],
      ['cancelled', 'entries-closed'],
    ] as const) {
      const { contestId } = await aContest(db, { phase, now: NOW, title: `In ${phase}` })
      expect(refusalOf(await startEntry(db, { contestId, designer }, NOW))).toBe(refusal)
    }
  })
})

describe('submitting', () => {
  test('an incomplete draft is refused and stays a draft', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW, draft: true, words: { rightsAccepted: false } })
    expect(refusalOf(await submitEntry(db, { entryId, designer }, NOW))).toBe('entry-incomplete')
    expect(await db.selectFrom('entrySubmission').selectAll().execute()).toEqual([])
  })

  test('submitting twice leaves one submission and one record', async () => {
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW })
    const later = new Date(NOW.getTime() + MINUTE_MS)
    expect(expectDone(await submitEntry(db, { entryId, designer }, later))).toEqual({ submittedAt: NOW.toISOString() })
    expect((await kinds(entryId)).filter((kind) => kind === 'entry-submitted')).toHaveLength(1)
  })

  test('the version of the rights that was accepted is kept with its moment', async () => {
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW })
    const row = await db.selectFrom('entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ acceptedVersion: 1, acceptedAt: NOW.toISOString() })
  })

  test('an upload begun before the deadline finishes after it, and its draft can still be submitted for ten minutes', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW, draft: true, pictures: 0 })
    const begunAt = new Date(deadline() - 1000)
    const landed = new Date(deadline() + 2 * MINUTE_MS)
    const pictureId = await aPicture(db, designer.id, landed)
    const artworkId = expectDone(await addArtwork(db, { entryId, designer, begunAt, pictureId }, landed))
    const words = await completeWords(db, contestId, { alts: { [artworkId]: 'A boot' } })
    expectDone(await saveEntry(db, { entryId, designer, words }, landed))
    const tooLate = new Date(deadline() + 10 * MINUTE_MS)
    expect(refusalOf(await submitEntry(db, { entryId, designer }, tooLate))).toBe('entries-closed')
    expectDone(await submitEntry(db, { entryId, designer }, new Date(tooLate.getTime() - 1)))
  })

  test('a picture that came last to a published entry is described within the ten minutes, and nothing else changes', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW })
    const [described] = await listArtworks(db, entryId)
    const begunAt = new Date(deadline() - 1000)
    const landed = new Date(deadline() + 2 * MINUTE_MS)
    const pictureId = await aPicture(db, designer.id, landed)
    const late = expectDone(await addArtwork(db, { entryId, designer, begunAt, pictureId }, landed))
    expect((await findEntryEdit(db, { entryId, designer }, landed))?.toDescribe).toEqual([late])

    const alts = { [late]: 'A sole from below', [described?.id ?? '']: 'Something else' }
    const other = await aMember(db)
    expect(refusalOf(await describeLatePictures(db, { entryId, designer: other, alts }, landed))).toBe(
      'entry-not-found',
    )
    const tooLate = new Date(deadline() + 10 * MINUTE_MS)
    expect(refusalOf(await describeLatePictures(db, { entryId, designer, alts }, tooLate))).toBe('entries-closed')
    expectDone(await describeLatePictures(db, { entryId, designer, alts }, landed))
    const shown = (await listArtworks(db, entryId)).map(({ alt }) => alt)
    expect(shown).toEqual([described?.alt, 'A sole from below'])
    expect((await findEntryEdit(db, { entryId, designer }, landed))?.toDescribe).toEqual([])
  })

  test('an upload begun after the deadline is refused', async () => {
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW, draft: true })
    const begunAt = new Date(deadline())
    const pictureId = await aPicture(db, designer.id, begunAt)
    expect(refusalOf(await addArtwork(db, { entryId, designer, pictureId }, begunAt))).toBe('entries-closed')
  })
})

describe('changing', () => {
  test('nobody but its designer changes an entry: to others it does not exist', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW })
    const other = { entryId, designer: await aMember(db) }
    const words = await completeWords(db, contestId)
    const pictureId = await aPicture(db, other.designer.id, NOW)
    const [artwork] = await listArtworks(db, entryId)
    const artworkId = artwork?.id ?? ''
    for (const outcome of [
      await saveEntry(db, { ...other, words }, NOW),
      await addArtwork(db, { ...other, pictureId }, NOW),
      await orderArtworks(db, { ...other, artworkId, place: 1 }, NOW),
      await removeArtwork(db, { ...other, artworkId }, NOW),
      await submitEntry(db, other, NOW),
      await withdrawEntry(db, { ...other, steps: [] }, NOW),
      await inviteCollaborator(db, { ...other, handle: other.designer.handle }, NOW),
    ]) {
      expect(refusalOf(outcome)).toBe('entry-not-found')
    }
  })

  test('a published entry stays complete: words and the last picture cannot go', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW })
    const words = await completeWords(db, contestId, { story: '' })
    expect(refusalOf(await saveEntry(db, { entryId, designer, words }, NOW))).toBe('entry-would-be-incomplete')
    const [artwork] = await listArtworks(db, entryId)
    const own = { entryId, designer, artworkId: artwork?.id ?? '' }
    expect(refusalOf(await removeArtwork(db, own, NOW))).toBe('entry-would-be-incomplete')
    expectDone(await saveEntry(db, { entryId, designer, words: { ...words, story: 'Another.' } }, NOW))
    expect((await kinds(entryId)).at(-1)).toBe('entry-changed')
  })

  test('an old tab overwrites nothing', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW, draft: true })
    const later = new Date(NOW.getTime() + MINUTE_MS)
    const details = { entryId, designer, words: await completeWords(db, contestId, { title: 'New' }) }
    expectDone(await saveEntry(db, { ...details, savedAt: NOW.toISOString() }, later))
    const stale = await saveEntry(db, { ...details, savedAt: NOW.toISOString() }, later)
    expect(refusalOf(stale)).toBe('entry-changed-elsewhere')
  })

  test('pictures keep their order, are as many as the brief says, and never the same twice', async () => {
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW, pictures: 2, draft: true })
    const [first, second] = await listArtworks(db, entryId)
    const toFront = { entryId, designer, artworkId: second?.id ?? '', place: -5 }
    expect(expectDone(await orderArtworks(db, toFront, NOW))).toEqual({ orderVersion: 2 })
    expect(expectDone(await orderArtworks(db, toFront, NOW)), 'nothing moved').toEqual({ orderVersion: 2 })
    expect((await listArtworks(db, entryId)).map(({ id }) => id)).toEqual([second?.id, first?.id])
    const third = await aPicture(db, designer.id, NOW)
    expect(refusalOf(await addArtwork(db, { entryId, designer, pictureId: third }, NOW))).toBe('pictures-full')
    expectDone(await removeArtwork(db, { entryId, designer, artworkId: first?.id ?? '' }, NOW))
    await db
      .updateTable('picture')
      .set({ sha256: 'f'.repeat(64) })
      .where('id', 'in', [third, second?.picture.id ?? ''])
      .execute()
    const again = await addArtwork(db, { entryId, designer, pictureId: third }, NOW)
    expect(refusalOf(again)).toBe('picture-already-in-entry')
    const others = await aPicture(db, (await aMember(db)).id, NOW)
    expect(refusalOf(await addArtwork(db, { entryId, designer, pictureId: others }, NOW))).toBe('picture-not-found')
  })

  test('who has four gigabytes of pictures kept can add none before some are removed', async () => {
    const entryId = await anEntry(db, { contestId: contest.contestId, designer, at: NOW, draft: true })
    const [large] = await listArtworks(db, entryId)
    const next = await aPicture(db, designer.id, NOW)
    const weigh = (bytes: number) =>
      db
        .updateTable('picture')
        .set({ bytes })
        .where('id', '=', large?.picture.id ?? '')
        .execute()
    await weigh(4 * 1024 ** 3)
    expect(refusalOf(await addArtwork(db, { entryId, designer, pictureId: next }, NOW))).toBe('person-sent-all')
    await weigh(4 * 1024 ** 3 - 1_000_000)
    expectDone(await addArtwork(db, { entryId, designer, pictureId: next }, NOW))
  })

  test('a contest that holds two hundred gigabytes takes no more before some are taken off', async () => {
    const { contestId } = contest
    const others = await anEntry(db, { contestId, designer: await aMember(db), at: NOW, draft: true })
    const entryId = await anEntry(db, { contestId, designer, at: NOW, draft: true })
    const held = async () =>
      (await db.selectFrom('contestOriginals').select('bytes').where('contestId', '=', contestId).executeTakeFirst())
        ?.bytes ?? 0
    const next = await aPicture(db, designer.id, NOW)
    const before = await held()
    const [hung] = await listArtworks(db, others)
    await db
      .updateTable('contestOriginals')
      .set({ bytes: 200 * 1024 ** 3 })
      .execute()
    expect(refusalOf(await addArtwork(db, { entryId, designer, pictureId: next }, NOW))).toBe('contest-holds-all')
    await db
      .deleteFrom('artwork')
      .where('id', '=', hung?.id ?? '')
      .execute()
    expectDone(await addArtwork(db, { entryId, designer, pictureId: next }, NOW))
    const sum = await db
      .selectFrom('artwork')
      .innerJoin('picture', 'picture.id', 'artwork.pictureId')
      .select(({ fn }) => fn.sum<number>('picture.bytes').as('bytes'))
      .executeTakeFirstOrThrow()
    expect((await held()) - 200 * 1024 ** 3 + before).toBe(sum.bytes)
  })

  test('once voting has opened a published entry neither changes nor leaves', async () => {
    const { contestId } = contest
    const entryId = await anEntry(db, { contestId, designer, at: NOW })
    const after = new Date(deadline())
    const words = await completeWords(db, contestId)
    expect(refusalOf(await saveEntry(db, { entryId, designer, words }, after))).toBe('entries-closed')
    expect(refusalOf(await withdrawEntry(db, { steps: [], entryId, designer }, after))).toBe('entries-closed')
  })
})
