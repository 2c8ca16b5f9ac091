import type { Viewer } from '#app/accounts/roles.ts'
import { maySee, type SealedContest } from '#app/contests/seal.ts'
import { type EntryTimes, entryState } from './entry.ts'

/** Who made an entry: its designer, and those who accepted to stand beside them. */
export interface Makers {
  designerId: string
  /** Accepted and invited alike: who is asked to put their name to a work may look at it. */
  collaboratorIds: readonly string[]
}

export function isMaker(viewer: Viewer | null, { designerId, collaboratorIds }: Makers): boolean {
  return viewer !== null && (viewer.id === designerId || collaboratorIds.includes(viewer.id))
}

/** Drafts are their makers' alone; a published entry is everybody's once the seal lets entries be seen. */
export function maySeeEntry(
  viewer: Viewer | null,
  entry: EntryTimes & Makers,
  contest: SealedContest,
  now: Date,
): boolean {
  const state = entryState(entry)
  if (state === 'withdrawn' || state === 'taken-down') return false
  if (isMaker(viewer, entry)) return true
  return state === 'submitted' && maySee(viewer, 'entries', contest, now)
}

/** Whether this viewer may be told who drew it. One's own name is no secret to oneself. */
export function maySeeAuthor(viewer: Viewer | null, makers: Makers, contest: SealedContest, now: Date): boolean {
  return isMaker(viewer, makers) || maySee(viewer, 'authors', contest, now)
}
