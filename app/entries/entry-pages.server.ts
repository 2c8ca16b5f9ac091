import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { type Phase, phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import type { PictureView } from '#app/images/picture.ts'
import type { Contest, Database } from '#db/schema.ts'
import { type EntryFacts, findEntryFacts } from './entries.server.ts'
import { type AiUse, type EntryState, entryState } from './entry.ts'
import { findAnswers, listArtworks, listGuidedQuestions } from './entry-contents.server.ts'
import { type Author, listMakers } from './makers.server.ts'
import { type RightsClock, rightsClock } from './rights-clock.ts'
import { isMaker, maySeeAuthor, maySeeEntry } from './visibility.ts'

export interface EntryPage {
  id: string
  title: string
  story: string
  aiUse: AiUse | ''
  aiStatement: string
  thirdPartyStatement: string
  original: boolean
  artworks: { id: string; picture: PictureView }[]
  answers: { prompt: string; text: string }[]
  /** null where the seal hides who drew it. */
  authors: Author[] | null
  /** What the viewer is to it. */
  part: 'designer' | 'collaborator' | null
  state: EntryState
  contest: Pick<Contest, 'slug' | 'title' | 'zone'> & { phase: Phase; votingOpensAt: string }
  rights: RightsClock
}

export type EntryPageReading =
  | { found: 'entry'; page: EntryPage }
  /** It was there for everybody and is no more: the page says so instead of pretending it never was. */
  | { found: 'gone'; why: 'withdrawn' | 'taken-down'; reason: string | null; contest: { slug: string; title: string } }

/** One entry as this viewer may see it; undefined when there is none for them. */
export async function findEntryPage(
  db: Kysely<Database>,
  { entryId, viewer }: { entryId: string; viewer: Viewer | null },
  now: Date,
): Promise<EntryPageReading | undefined> {
  const facts = await findEntryFacts(db, entryId)
  if (!facts) return undefined
  const gone = findWhyGone(facts, viewer, now)
  if (gone) return gone
  if (!maySeeEntry(viewer, facts, facts.contest, now)) return undefined
  return { found: 'entry', page: await readPage(db, facts, viewer, now) }
}

/** Only of what had been published: that somebody once had a draft is nobody's business. */
function findWhyGone(facts: EntryFacts, viewer: Viewer | null, now: Date): EntryPageReading | undefined {
  const state = entryState(facts)
  if (state !== 'withdrawn' && state !== 'taken-down') return undefined
  const known = isMaker(viewer, facts) || (facts.submittedAt && maySee(viewer, 'entries', facts.contest, now))
  if (!known) return undefined
  const { slug, title } = facts.contest.contest
  return { found: 'gone', why: state, reason: facts.takedownReason, contest: { slug, title } }
}

async function readPage(db: Kysely<Database>, facts: EntryFacts, viewer: Viewer | null, now: Date): Promise<EntryPage> {
  const { entry, contest } = facts
  const artworks = await listArtworks(db, entry.id)
  const answers = await findAnswers(db, entry.id)
  const questions = await listGuidedQuestions(db, entry.contestId)
  const makers = await listMakers(db, [entry.id])
  const { slug, title, zone, votingOpensAt } = contest.contest
  return {
    ...{ id: entry.id, title: entry.title, story: entry.story, aiUse: entry.aiUse, aiStatement: entry.aiStatement },
    thirdPartyStatement: entry.thirdPartyStatement,
    original: entry.original === 1,
    artworks: artworks.map(({ id, picture }) => ({ id, picture })),
    answers: questions.flatMap(({ id, prompt }) => (answers[id] ? [{ prompt, text: answers[id] }] : [])),
    authors: maySeeAuthor(viewer, facts, contest, now) ? (makers.get(entry.id) ?? []) : null,
    part: !isMaker(viewer, facts) ? null : viewer?.id === facts.designerId ? 'designer' : 'collaborator',
    state: entryState(facts),
    contest: { slug, title, zone, votingOpensAt, phase: phaseAt(contest.schedule, now) },
    rights: rightsClock(contest.contest, now),
  }
}
