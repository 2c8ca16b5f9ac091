import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { type Artwork, findAnswers, listArtworks, listGuidedQuestions } from '#app/entries/entry-contents.server.ts'
import { withoutNames } from '#app/images/print-facts.ts'
import { type PrintWish, printWishOf } from '#app/images/print-wish.ts'
import type { Database, Entry } from '#db/schema.ts'
import { listStandingVerdicts } from './docket.server.ts'
import { type DocketLine, findLightTable } from './light-table.server.ts'
import { listJurorNames } from './panels.server.ts'
import type { SignedVerdict } from './result.server.ts'

/** One entry laid on the light table, with its neighbours in the order of the crowd. */
export interface DocketEntry {
  line: DocketLine
  words: Pick<Entry, 'story' | 'aiUse' | 'aiStatement' | 'thirdPartyStatement'>
  questions: { prompt: string; text: string }[]
  /** Without what a juror who has a suspicion could compare: neither digest nor time. */
  artworks: Pick<Artwork, 'id' | 'alt' | 'picture' | 'print'>[]
  /** What the brief asks of the print, which the jury judges too. */
  print: PrintWish | null
  /** What the rest of the panel says; null until this juror has spoken, so that nobody follows the first. */
  others: SignedVerdict[] | null
  previous: string | null
  next: string | null
}

export async function findDocketEntry(
  db: Kysely<Database>,
  { facts, viewer, entryId }: { facts: ContestFacts; viewer: Viewer; entryId: string },
  now: Date,
): Promise<DocketEntry | null> {
  const lines = (await findLightTable(db, { facts, viewer }, now)) ?? []
  const index = lines.findIndex((line) => line.entry.id === entryId)
  const line = lines[index]
  if (!line) return null
  const words = await db
    .selectFrom('entry')
    .select(['story', 'aiUse', 'aiStatement', 'thirdPartyStatement'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  const answers = await findAnswers(db, entryId)
  const questions = await listGuidedQuestions(db, facts.contest.id)
  const artworks = await listArtworks(db, entryId)
  return {
    line,
    words,
    questions: questions.flatMap(({ id, prompt }) => (answers[id] ? [{ prompt, text: answers[id] }] : [])),
    artworks: artworks.map(({ id, alt, picture, print }) => ({ id, alt, picture, print: withoutNames(print) })),
    print: printWishOf(facts.contest),
    others:
      line.mine || maySee(viewer, 'decision', facts, now)
        ? await listOtherVerdicts(db, { facts, viewer, entryId })
        : null,
    previous: lines[index - 1]?.entry.id ?? null,
    next: lines[index + 1]?.entry.id ?? null,
  }
}

async function listOtherVerdicts(
  db: Kysely<Database>,
  { facts, viewer, entryId }: { facts: ContestFacts; viewer: Viewer; entryId: string },
): Promise<SignedVerdict[]> {
  const names = await listJurorNames(db, facts.contest.id)
  return (await listStandingVerdicts(db, facts.contest.id))
    .filter((verdict) => verdict.entryId === entryId && verdict.jurorId !== viewer.id)
    .map((verdict) => ({ ...verdict, jurorName: names.get(verdict.jurorId) ?? null }))
}
