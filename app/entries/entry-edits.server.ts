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
  artworks: { id: string; alt: string; picture: PictureView; print: PrintFacts }[]
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
  const { contents, demands } = await readForMissing(db, entry, contest.contest)
  const taken = contents.artworks.map(({ takenAt }) => takenAt).sort()
  const times = { contest, begunAt: now, lastUploadAt: taken.at(-1) ?? null }
  const { title, story, aiUse, aiStatement, thirdPartyStatement } = entry
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
    artworks: contents.artworks.map(({ id, alt, picture, print }) => ({ id, alt, picture, print })),
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
