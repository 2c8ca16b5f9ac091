import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Viewer } from '#app/accounts/roles.ts'
import { findEntryFacts } from '#app/entries/entries.server.ts'
import { type EntryState, entryState } from '#app/entries/entry.ts'
import { findLatestAnswer, type LikenessAnswerView } from '#app/entries/likeness-answers.server.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import { LIKENESS_WAYS, type LikenessWay } from '#app/images/likeness.ts'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import type { Database } from '#db/schema.ts'
import { type Finding, NEAR_MATCHES_PER_PAGE } from './near-match.ts'

/** One of two pictures that look alike, with the entry it hangs in. */
export interface NearSide {
  picture: PictureView
  takenAt: string
  entry: WallEntry
  state: EntryState
  submittedAt: string
  /** `words` is null for as long as the authors are sealed: a licence names who holds it. */
  answer: (Omit<LikenessAnswerView, 'words'> & { words: string | null }) | null
}

export interface NearMatchView {
  id: string
  distance: number
  ways: LikenessWay[]
  foundAt: string
  earlier: NearSide
  later: NearSide
  noted: { finding: Finding; note: string; notedAt: string; notedByName: string | null } | null
}

export interface NearMatchesAsked {
  viewer: Viewer
  /** Those that somebody has noted, or those that wait. */
  seen: boolean
  /** From 1. */
  page: number
}

const waysSchema = z.array(z.enum(LIKENESS_WAYS))

/**
 * Near matches of two entries that were both handed in, the nearest first: a draft is its maker's alone, and comes here when it is
 * submitted. Who drew them is told where the seal tells it.
 */
export async function listNearMatches(
  db: Kysely<Database>,
  { viewer, seen, page }: NearMatchesAsked,
  now: Date,
): Promise<NearMatchView[]> {
  const rows = await submittedMatches(db, seen)
    .select(['nearMatch.id', 'nearMatch.distance', 'nearMatch.ways', 'nearMatch.foundAt'])
    .select(['nearMatch.pictureId', 'nearMatch.otherPictureId'])
    .orderBy('nearMatch.distance')
    .orderBy('nearMatch.foundAt')
    .orderBy('nearMatch.id')
    .limit(NEAR_MATCHES_PER_PAGE)
    .offset((page - 1) * NEAR_MATCHES_PER_PAGE)
    .execute()
  const views: NearMatchView[] = []
  for (const { id, distance, ways, foundAt, pictureId, otherPictureId } of rows) {
    const later = await findSide(db, pictureId, viewer, now)
    const earlier = await findSide(db, otherPictureId, viewer, now)
    if (!later || !earlier) continue
    const noted = await findLatestNote(db, id)
    views.push({ id, distance, ways: waysSchema.parse(JSON.parse(ways)), foundAt, later, earlier, noted })
  }
  return views
}

export async function countNearMatches(db: Kysely<Database>, { seen }: { seen: boolean }): Promise<number> {
  const { count } = await submittedMatches(db, seen)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Both entries were submitted at some time, whatever became of them. */
function submittedMatches(db: Kysely<Database>, seen: boolean) {
  return db
    .selectFrom('nearMatch')
    .innerJoin('artwork as laterArtwork', 'laterArtwork.pictureId', 'nearMatch.pictureId')
    .innerJoin('artwork as earlierArtwork', 'earlierArtwork.pictureId', 'nearMatch.otherPictureId')
    .innerJoin('entrySubmission as later', 'later.entryId', 'laterArtwork.entryId')
    .innerJoin('entrySubmission as earlier', 'earlier.entryId', 'earlierArtwork.entryId')
    .where((eb) => {
      const notes = eb
        .selectFrom('nearMatchNote')
        .select('nearMatchNote.id')
        .whereRef('nearMatchNote.nearMatchId', '=', 'nearMatch.id')
      return seen ? eb.exists(notes) : eb.not(eb.exists(notes))
    })
}

async function findSide(db: Kysely<Database>, pictureId: string, viewer: Viewer, now: Date): Promise<NearSide | null> {
  const row = await db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select(['artwork.entryId', 'artwork.alt', 'picture.takenAt'])
    .where('picture.id', '=', pictureId)
    .executeTakeFirst()
  const facts = row && (await findEntryFacts(db, row.entryId))
  const [entry] = row ? await listWallEntries(db, [row.entryId], viewer, now) : []
  if (!row || !entry || !facts?.submittedAt) return null
  const { entryId, alt, takenAt, ...picture } = row
  return {
    ...{ picture: toPictureView(picture, alt), takenAt, entry },
    ...{ state: entryState(facts), submittedAt: facts.submittedAt },
    answer: sealWords(await findLatestAnswer(db, pictureId), entry),
  }
}

/** What designers say in their own words tells who they are more often than not, so it opens with their names. */
function sealWords(answer: LikenessAnswerView | null, { authors }: WallEntry): NearSide['answer'] {
  return answer && { ...answer, words: authors ? answer.words : null }
}

async function findLatestNote(db: Kysely<Database>, nearMatchId: string): Promise<NearMatchView['noted']> {
  const note = await db
    .selectFrom('nearMatchNote')
    .innerJoin('account', 'account.id', 'nearMatchNote.notedBy')
    .select(['nearMatchNote.finding', 'nearMatchNote.note', 'nearMatchNote.notedAt', 'account.name as notedByName'])
    .where('nearMatchNote.nearMatchId', '=', nearMatchId)
    .orderBy('nearMatchNote.notedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return note ?? null
}
