import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { type Phase, phaseAt } from '#app/contests/schedule.ts'
import type { PictureView } from '#app/images/picture.ts'
import type { PrintFacts } from '#app/images/print-facts.ts'
import { type PrintWish, printWishOf } from '#app/images/print-wish.ts'
import type { Contest, Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import {
  type ChangeRefusal,
  type EntryState,
  type EntryWords,
  entryState,
  type GuidedQuestion,
  mayDescribeLate,
  refuseChange,
} from './entry.ts'
import { readForMissing } from './entry-contents.server.ts'
import type { LikenessAnswerView } from './likeness-answers.server.ts'
import { findShownOther } from './likeness-questions.server.ts'
import { type CollaboratorView, listCollaborators } from './makers.server.ts'
import { type Missing, missingFrom } from './missing.ts'

/** All that the page needs on which a designer makes an entry. */
export interface EntryEdit {
  id: string
  state: EntryState
  /** Why it may not change now, or null. */
  locked: ChangeRefusal | null
  /** Of a locked entry: the pictures that can still be described, for as long as an upload may finish. */
  toDescribe: string[]
  /** The words' version: sent back with the form. */
  savedAt: string
  words: Omit<EntryWords, 'alts'>
  /** Of the artworks’ order: an answer to a move may be newer than a reading that was begun before it. */
  orderVersion: number
  artworks: {
    id: string
    alt: string
    /** Of the original, by which the page knows a file that is chosen again. */
    sha256: string
    picture: PictureView
    print: PrintFacts
    /** What is asked because the picture looks like one that was entered before. */
    likeness: { answer: LikenessAnswerView | null; other: PictureView | null } | null
  }[]
  questions: GuidedQuestion[]
  collaborators: CollaboratorView[]
  missing: Missing[]
  contest: EntryEditContest
}

type EntryEditContest = Pick<
  Contest,
  | 'id'
  | 'slug'
  | 'title'
  | 'zone'
  | 'votingOpensAt'
  | 'minimumPictures'
  | 'maximumPictures'
  | 'minimumWidthPx'
  | 'minimumHeightPx'
  | 'rightsKind'
  | 'rightsTerms'
  | 'exclusivityDays'
  | 'royaltyBasisPoints'
> & { phase: Phase; print: PrintWish | null }

/** An entry for its designer to work on; undefined for everybody else. */
export async function findEntryEdit(
  db: Kysely<Database>,
  { entryId, designer }: { entryId: string; designer: Viewer },
  now: Date,
): Promise<EntryEdit | undefined> {
  const facts = await findEntryFacts(db, entryId)
  if (!facts || facts.designerId !== designer.id) return undefined
  const { entry, contest } = facts
  const { contents, demands, likenesses } = await readForMissing(db, facts)
  const taken = contents.artworks.map(({ takenAt }) => takenAt).sort()
  const times = { contest, begunAt: now, lastUploadAt: taken.at(-1) ?? null }
  const { title, story, aiUse, aiStatement, thirdPartyStatement } = entry
  const shown = new Map<string, EntryEdit['artworks'][number]['likeness']>()
  for (const question of likenesses) {
    const other = await findShownOther(db, question, designer, now)
    shown.set(question.artworkId, { answer: question.answer, other })
  }
  return {
    id: entry.id,
    state: entryState(facts),
    locked: refuseChange(facts, times, now),
    toDescribe: mayDescribeLate(facts, contest, now)
      ? contents.artworks.filter(({ alt }) => alt === '').map(({ id }) => id)
      : [],
    savedAt: entry.updatedAt,
    words: {
      ...{ title, story, aiUse, aiStatement, thirdPartyStatement },
      original: entry.original === 1,
      rightsAccepted: entry.acceptedVersion === demands.currentVersion,
      answers: { ...contents.answers },
    },
    orderVersion: entry.orderVersion,
    artworks: contents.artworks.map(({ id, alt, sha256, picture, print }) => ({
      ...{ id, alt, sha256, picture, print },
      likeness: shown.get(id) ?? null,
    })),
    questions: [...demands.questions],
    collaborators: await listCollaborators(db, entry.id),
    missing: missingFrom(contents, demands),
    contest: { ...forDesigner(contest.contest), phase: phaseAt(contest.schedule, now) },
  }
}

function forDesigner(contest: Contest): Omit<EntryEditContest, 'phase'> {
  const { id, slug, title, zone, votingOpensAt, minimumPictures, maximumPictures } = contest
  const { minimumWidthPx, minimumHeightPx, rightsKind, rightsTerms, exclusivityDays, royaltyBasisPoints } = contest
  return {
    ...{ id, slug, title, zone, votingOpensAt, minimumPictures, maximumPictures },
    ...{ minimumWidthPx, minimumHeightPx, rightsKind, rightsTerms, exclusivityDays, royaltyBasisPoints },
    print: printWishOf(contest),
  }
}
