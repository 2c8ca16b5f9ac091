import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { PictureView } from '#app/images/picture.ts'
import { PICTURE_VIEW_COLUMNS, toPictureView } from '#app/images/pictures.server.ts'
import { PRINT_FACT_COLUMNS, type PrintFacts } from '#app/images/print-facts.ts'
import { prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database, Entry } from '#db/schema.ts'
import type { EntryFacts } from './entries.server.ts'
import type { GuidedQuestion } from './entry.ts'
import { type LikenessQuestion, listLikenessQuestions } from './likeness-questions.server.ts'
import type { EntryContents, EntryDemands } from './missing.ts'

export interface Artwork {
  id: string
  alt: string
  takenAt: string
  /** Of the original, in hex. */
  sha256: string
  picture: PictureView
  print: PrintFacts
}

const optionsSchema = z.array(z.string())

const questionsOf = prepare((db, p: { contestId: string }) =>
  db
    .selectFrom('question')
    .select(['id', 'kind', 'prompt', 'hint', 'options', 'required'])
    .where('contestId', '=', p.contestId)
    .orderBy('position'),
)

export async function listGuidedQuestions(db: Kysely<Database>, contestId: string): Promise<GuidedQuestion[]> {
  const rows = await runPrepared(db, questionsOf, { contestId })
  return rows.map((row) => ({
    ...row,
    options: optionsSchema.parse(JSON.parse(row.options)),
    required: row.required === 1,
  }))
}

const artworksOf = prepare((db, p: { entryId: string }) =>
  db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(PICTURE_VIEW_COLUMNS)
    .select(PRINT_FACT_COLUMNS)
    .select(['artwork.id as artworkId', 'artwork.alt', 'picture.takenAt', 'picture.sha256'])
    .where('artwork.entryId', '=', p.entryId)
    .orderBy('artwork.position'),
)

export async function listArtworks(db: Kysely<Database>, entryId: string): Promise<Artwork[]> {
  const rows = await runPrepared(db, artworksOf, { entryId })
  return rows.map(
    ({ artworkId, alt, takenAt, sha256, colourSpace, profileName, bitDepth, transparent, ...picture }) => ({
      id: artworkId,
      alt,
      takenAt,
      sha256,
      picture: toPictureView(picture, alt),
      print: { colourSpace, profileName, bitDepth, transparent },
    }),
  )
}

const answersOf = prepare((db, p: { entryId: string }) =>
  db.selectFrom('questionAnswer').select(['questionId', 'text']).where('entryId', '=', p.entryId),
)

/** Question id → text; questions without an answer are absent. */
export async function findAnswers(db: Kysely<Database>, entryId: string): Promise<Record<string, string>> {
  const rows = await runPrepared(db, answersOf, { entryId })
  return Object.fromEntries(rows.map(({ questionId, text }) => [questionId, text]))
}

const currentVersionOf = prepare((db, p: { contestId: string }) =>
  db
    .selectFrom('publication')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .where('contestId', '=', p.contestId),
)

/** The version of the contest's rules in force; undefined before the announcement. */
export async function findCurrentVersion(db: Kysely<Database>, contestId: string): Promise<number | undefined> {
  const [row] = await runPrepared(db, currentVersionOf, { contestId })
  return row?.version ?? undefined
}

export interface ReadForMissing {
  contents: Omit<EntryContents, 'artworks'> & { artworks: Artwork[] }
  demands: EntryDemands
  likenesses: LikenessQuestion[]
}

/** What `missingFrom` compares, and what is asked about likenesses. */
export async function readForMissing(db: Kysely<Database>, facts: EntryFacts): Promise<ReadForMissing> {
  const { entry } = facts
  const { contest } = facts.contest
  const artworks = await listArtworks(db, entry.id)
  const answers = await findAnswers(db, entry.id)
  const questions = await listGuidedQuestions(db, contest.id)
  const currentVersion = (await findCurrentVersion(db, contest.id)) ?? 0
  const likenesses = await listLikenessQuestions(db, facts)
  return {
    contents: { ...toWrittenParts(entry), answers, artworks },
    demands: { minimumPictures: contest.minimumPictures, questions, currentVersion },
    likenesses,
  }
}

function toWrittenParts({ title, story, aiUse, aiStatement, original, acceptedVersion }: Entry) {
  return { title, story, aiUse, aiStatement, original: original === 1, acceptedVersion }
}
