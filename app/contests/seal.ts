import { has, type Viewer } from '../accounts/roles.ts'
import { phaseAt, type Schedule } from './schedule.ts'

/**
 * Sealing is one function. Pages, exports, feeds, mails, sort orders, counts and picture addresses all ask `maySee`; no other
 * place decides who sees what before the moment the rules name (DESIGN.md, "Sealing is one function").
 */

export const SEALED_THINGS = [
  'entries',
  'authors',
  'tallies',
  'participation',
  'desk',
  'standings',
  'verdicts',
  'decision',
  'originals',
] as const
export type SealedThing = (typeof SEALED_THINGS)[number]

/** What the seal must know of a contest. */
export interface SealedContest {
  schedule: Schedule
  /** When the frozen ballots were counted; null before. */
  countedAt: string | null
  /** The ids of the jurors who sit on its panel now: a seat without the role, or without its account, is empty. */
  panel: readonly string[]
}

/**
 * @param what
 * - 'entries': rivals' entries of the contest (one's own is always visible to oneself)
 * - 'authors': who drew an entry
 * - 'tallies': any count, sum, mean or order drawn from scores or from "I'd buy it" marks
 * - 'participation': how many ballots were begun and are full enough, how often each entry was seen; it says nothing of an entry
 *   ("only participation and exposure are live", Voting 5)
 * - 'desk': what the integrity desk does with ballots: who stuffs a box must not read there, while it is open, what is found
 * - 'standings': places, points and intervals
 * - 'verdicts': who approved or vetoed what, and why
 * - 'decision': the co-decision's ladder and winner
 * - 'originals': the untouched files, bit for bit, so that one may carry its author's name (EXIF) or home (GPS): the panel's, and
 *   not before the authors open (a designer's own is always theirs; producers ask per run)
 */
export function maySee(viewer: Viewer | null, what: SealedThing, contest: SealedContest, now: Date): boolean {
  const phase = phaseAt(contest.schedule, now)
  const decided = phase === 'decided'
  const onPanel = viewer !== null && contest.panel.includes(viewer.id)
  // Votes are counted once, after the close; a cancelled contest is never counted for anybody.
  const judging = (phase === 'jury' || decided) && contest.countedAt !== null

  switch (what) {
    case 'entries':
      return phase !== 'draft' && phase !== 'announced'
    case 'authors':
      // During entering the work stands alone, during voting the ballot is blind, during judging the jury is too.
      return decided || phase === 'cancelled'
    case 'desk':
      // Between the announced close and the freeze it may turn out that voting extends itself.
      if (decided || (phase === 'jury' && contest.schedule.frozenAt)) return true
      return (phase === 'voting' || phase === 'jury') && (onPanel || has(viewer, 'admin'))
    case 'participation':
      return phase === 'voting' || phase === 'jury' || decided
    case 'tallies':
    case 'standings':
      return decided || (judging && (onPanel || has(viewer, 'admin')))
    case 'verdicts':
      return decided || (judging && onPanel)
    case 'decision':
      return decided
    case 'originals':
      return onPanel && decided
  }
}
