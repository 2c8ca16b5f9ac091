import type { Viewer } from '#app/accounts/roles.ts'
import type { ActivityKind } from '#app/activity/activity.ts'
import { maySee, type SealedContest, type SealedThing } from './seal.ts'

/**
 * Which happenings of a contest its public log tells, and from when: 'always' from the publication on, otherwise once
 * the seal lets that thing be seen. What is not here is nobody's business (drafts, reports) or nobody's at all (who scored what).
 */
const TOLD = {
  'contest-published': 'always',
  'brief-clarified': 'always',
  'boundary-moved': 'always',
  'contest-cancelled': 'always',
  'voting-extended': 'always',
  'juror-seated': 'always',
  'juror-unseated': 'always',
  'entry-submitted': 'entries',
  'entry-withdrawn': 'entries',
  'entry-taken-down': 'entries',
  'ballots-set-aside': 'desk',
  'ballot-quarantined': 'desk',
  'ballot-released': 'desk',
  'exclusion-proposed': 'desk',
  'ballot-excluded': 'desk',
  'desk-ended': 'desk',
  'work-ordered': 'always',
  'ballots-frozen': 'always',
  'votes-counted': 'always',
  // Not with 'verdicts': a juror reads the others' only after giving their own, and the log cannot know.
  'verdict-given': 'decision',
  'finalists-compared': 'decision',
  'decision-signed': 'decision',
  'entry-answered': 'decision',
  'run-created': 'decision',
  'agreement-signed': 'decision',
  'stage-moved': 'decision',
  'go-decided': 'decision',
  'product-launched': 'decision',
} as const satisfies Partial<Record<ActivityKind, SealedThing | 'always'>>

export type ToldKind = keyof typeof TOLD

/** Done by those who make entries; their names wait for the seal on authors, everybody else acts in public. */
const DONE_BY_AUTHORS: readonly ToldKind[] = ['entry-submitted', 'entry-withdrawn', 'agreement-signed']

export function toldKinds(viewer: Viewer | null, contest: SealedContest, now: Date): ToldKind[] {
  if (!contest.schedule.publishedAt) return []
  return Object.entries(TOLD).flatMap(([kind, from]) =>
    isToldKind(kind) && (from === 'always' || maySee(viewer, from, contest, now)) ? [kind] : [],
  )
}

export function mayNameActor(viewer: Viewer | null, kind: ToldKind, contest: SealedContest, now: Date): boolean {
  return !DONE_BY_AUTHORS.includes(kind) || maySee(viewer, 'authors', contest, now)
}

export function isToldKind(kind: string): kind is ToldKind {
  return Object.hasOwn(TOLD, kind)
}
