import type { Brief, VotingMethod } from './brief.ts'
import { canonicalJson, type Json } from './canonical-json.ts'

/**
 * What publishing promises. From then on these are locked: DESIGN.md, "What was promised at opening (prizes, rights, method, vote
 * gate) is locked from then on: rules are versioned, and the diff is public". The calendar is not among them, because it
 * has its own logged act.
 */
export const PROMISED = [
  'title',
  'product',
  'prizes',
  'rightsKind',
  'exclusivityDays',
  'royaltyBasisPoints',
  'rightsTerms',
  'minimumWidthPx',
  'minimumHeightPx',
  'printWidthMm',
  'printHeightMm',
  'printBleedMm',
  'printPpi',
  'printColour',
  'minimumPictures',
  'maximumPictures',
  'entriesPerPerson',
  'enterAccountAgeDays',
  'voteAccountAgeDays',
  'minimumScores',
  'extensionDays',
  'quorum',
  'candidates',
  'answerDays',
] as const satisfies readonly (keyof Brief)[]

/** The text may still be made clearer while designers work; every change is a new version with a public difference. */
export const CLARIFIABLE = ['summary', 'brief'] as const satisfies readonly (keyof Brief)[]

/** How votes and verdicts become a result; a change of a method gets a new name, and running contests keep theirs. */
export const METHOD_NAMES: Record<VotingMethod, string> = { scores: 'fair-ballot-1', duels: 'duels-1' }

/** The text kept in the publication: the same facts always give the same bytes. */
export function promisesOf(brief: Brief): string {
  const { zone, opensAt, votingOpensAt, votingClosesAt, decisionDueAt } = brief
  const written = [...PROMISED, ...CLARIFIABLE].map((field): [string, Json] => [field, brief[field]])
  return canonicalJson({
    ...Object.fromEntries(written),
    method: METHOD_NAMES[brief.method],
    announcedCalendar: { zone, opensAt, votingOpensAt, votingClosesAt, decisionDueAt },
    questions: brief.questions.map(({ kind, prompt, hint, options, required }) => ({
      kind,
      prompt,
      hint,
      options,
      required,
    })),
  })
}

/** The clarifiable text inside a stored publication. */
export function textOf(promises: string): { summary: string; brief: string } {
  const { summary, brief }: Record<string, unknown> = JSON.parse(promises)
  return { summary: typeof summary === 'string' ? summary : '', brief: typeof brief === 'string' ? brief : '' }
}

/** The next version's text: what was promised word for word, with the clarified text put in. */
export function clarified(promises: string, text: { summary: string; brief: string }): string {
  const before: Record<string, Json> = JSON.parse(promises)
  return canonicalJson({ ...before, summary: text.summary, brief: text.brief })
}
