import type { Finding } from '../co-decision.ts'
import type { LadderGrounds } from '../ladder-grounds.ts'

/**
 * What follows the digest in the export of a vote once the contest is decided, so that anybody can climb the ladder again. The words are
 * as in voting/export/export-format.ts; this is the rest of the format, and scripts/verify.py was written from both.
 *
 *   decision <time> <jurors> <recusals> <gone> <verdicts> <rungs> <check>    when it was signed; how many lines of each follow
 *   promised <candidates> <quorum> <time> <check>                            how many leaders are tried, approvals, by when it was due
 *   juror <number> seated|left <check>                                       from 1, in no order that means anything; left: the seat was empty
 *   recused <juror> <entry> <check>                                          by juror, then entry
 *   gone <entry> <check>                                                     by id: taken down after the count, cannot win
 *   verdict <juror> <entry> <kind> <code> <check>                            by juror, then entry: approve, approve-with-changes, abstain, veto
 *   rung <place> <entry> <finding> <approvals> <vetoes> <check>              by place, as it was published
 *   outcome winner <entry> <check>, or: outcome no-production - <check>
 *   decided <hash>
 *
 * The check of a line is as before the digest; before the first stand the first 16 hex digits of the digest. `decided` carries the hash
 * of all lines from the digest on, without its own.
 *
 * The ladder (co-decision.ts, ladder-grounds.ts): the first <candidates> of the official standings that are not gone, in their order.
 * May judge an entry: every juror not recused from it who is seated, or left and has a verdict on it. Its quorum is the promised one, or,
 * if fewer, as many as the larger of quorum and jurors, less those recused from it; at least 1. It is
 *
 *   vetoed             with a veto of one who may judge it; else
 *   awaiting           before the due time, while one who may judge it is silent, or fewer may judge it than its quorum; else
 *   wins               with approvals, with changes or without, of as many as its quorum; else
 *   short-of-quorum
 *
 * The first that wins or awaits settles it; what stands below a winner is not-reached. Nothing is signed while one awaits.
 */
export const DECISION_KINDS = [
  'decision',
  'promised',
  'juror',
  'recused',
  'gone',
  'verdict',
  'rung',
  'outcome',
  'decided',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export interface SignedLadder {
  signedAt: string
  /** The lines of `groundTexts`, as they were when it was signed. */
  grounds: readonly string[]
  rungs: readonly { place: number; entryId: string; finding: Finding; approvals: number; vetoes: number }[]
  winnerEntryId: string | null
}

/** All that is printed of the grounds, without checks; no juror's name or id is in it. */
export function groundTexts({ jurors, recusals, gone, verdicts, ...promised }: LadderGrounds): string[] {
  const numbers = new Map(jurors.map(({ jurorId }, index) => [jurorId, index + 1]))
  const numbered = <One extends { jurorId: string; entryId: string }>(list: readonly One[]) =>
    list
      .map((one) => ({ ...one, juror: numbers.get(one.jurorId) ?? 0 }))
      .sort((a, b) => a.juror - b.juror || (a.entryId < b.entryId ? -1 : 1))
  return [
    `promised ${promised.candidates} ${promised.quorum} ${promised.dueAt}`,
    ...jurors.map(({ seated }, index) => `juror ${index + 1} ${seated ? 'seated' : 'left'}`),
    ...numbered(recusals).map(({ juror, entryId }) => `recused ${juror} ${entryId}`),
    ...gone.toSorted().map((entryId) => `gone ${entryId}`),
    ...numbered(verdicts).map(({ juror, entryId, kind, code }) => `verdict ${juror} ${entryId} ${kind} ${code ?? '-'}`),
  ]
}

/** How the decision's first line counts what follows. */
export function decisionText({ signedAt, grounds, rungs }: SignedLadder): string {
  const number = (kind: DecisionKind) => grounds.filter((text) => text.startsWith(`${kind} `)).length
  const counts = [number('juror'), number('recused'), number('gone'), number('verdict'), rungs.length]
  return `decision ${signedAt} ${counts.join(' ')}`
}

export function rungText({ place, entryId, finding, approvals, vetoes }: SignedLadder['rungs'][number]): string {
  return `rung ${place} ${entryId} ${finding} ${approvals} ${vetoes}`
}

export function outcomeText(winnerEntryId: string | null): string {
  return winnerEntryId === null ? 'outcome no-production -' : `outcome winner ${winnerEntryId}`
}
