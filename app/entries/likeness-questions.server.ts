import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { type EntryFacts, findEntryFacts } from './entries.server.ts'
import { isAsked } from './likeness-answer.ts'
import { findLatestAnswer, type LikenessAnswerView } from './likeness-answers.server.ts'
import { maySeeEntry } from './visibility.ts'

/** What the designer of a picture is asked, because it looks like somebody else's that was entered before. */
export interface LikenessQuestion {
  artworkId: string
  answer: LikenessAnswerView | null
  /** Where each of the others hangs; never shown as such. */
  others: { pictureId: string; entry: EntryFacts }[]
}

/** Each picture of the entry with each that looks like it, whichever of the two is the later. */
const pairsOf = prepare((db, p: { entryId: string }) => {
  const pairs = (own: 'nearMatch.pictureId' | 'nearMatch.otherPictureId', other: typeof own) =>
    db
      .selectFrom('artwork')
      .innerJoin('picture', 'picture.id', 'artwork.pictureId')
      .innerJoin('nearMatch', own, 'picture.id')
      .select(['artwork.id as artworkId', 'picture.id as pictureId', 'picture.takenAt', `${other} as otherPictureId`])
      .select('nearMatch.distance')
      .where('artwork.entryId', '=', p.entryId)
  return pairs('nearMatch.pictureId', 'nearMatch.otherPictureId')
    .union(pairs('nearMatch.otherPictureId', 'nearMatch.pictureId'))
    .orderBy('distance')
})

/**
 * The questions about the pictures of one entry. A picture that looks like a draft's raises none, so that nobody learns by uploading
 * guesses what somebody else is drawing; nor does one that came first, or one of people who work together.
 */
export async function listLikenessQuestions(db: Kysely<Database>, own: EntryFacts): Promise<LikenessQuestion[]> {
  const questions = new Map<string, LikenessQuestion>()
  for (const { artworkId, pictureId, takenAt, otherPictureId } of await runPrepared(db, pairsOf, {
    entryId: own.entry.id,
  })) {
    const other = await findOther(db, otherPictureId)
    if (!other || makersMeet(own, other.entry)) continue
    if (!isAsked({ takenAt, submittedAt: own.submittedAt }, other)) continue
    const question = questions.get(artworkId) ?? {
      artworkId,
      answer: await findLatestAnswer(db, pictureId),
      others: [],
    }
    question.others.push({ pictureId: otherPictureId, entry: other.entry })
    questions.set(artworkId, question)
  }
  return [...questions.values()]
}

/** The other picture, where this viewer may see the entry it hangs in at this moment; else nothing of it is told. */
export async function findShownOther(
  db: Kysely<Database>,
  { others }: LikenessQuestion,
  viewer: Viewer,
  now: Date,
): Promise<PictureView | null> {
  const shown = others.find(({ entry }) => maySeeEntry(viewer, entry, entry.contest, now))
  if (!shown) return null
  const row = await db
    .selectFrom('picture')
    .innerJoin('artwork', 'artwork.pictureId', 'picture.id')
    .select(PICTURE_VIEW_COLUMNS)
    .select('artwork.alt')
    .where('picture.id', '=', shown.pictureId)
    .executeTakeFirst()
  return row ? toPictureView(row, row.alt) : null
}

async function findOther(db: Kysely<Database>, pictureId: string) {
  const row = await db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(['artwork.entryId', 'picture.takenAt'])
    .where('picture.id', '=', pictureId)
    .executeTakeFirst()
  const entry = row && (await findEntryFacts(db, row.entryId))
  return row && entry ? { entry, takenAt: row.takenAt, submittedAt: entry.submittedAt } : null
}

function makersMeet(one: EntryFacts, other: EntryFacts): boolean {
  return [one.designerId, ...one.collaboratorIds].some(
    (id) => other.designerId === id || other.collaboratorIds.includes(id),
  )
}
