import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'

/**
 * The integrity desk. A ballot with a suspicion has a case; a case goes
 *
 *   noted → in quarantine → released, by one person, or
 *                         → exclusion proposed → excluded, by a second person
 *
 * and back into quarantine from released. A ballot in quarantine still counts in the official view and not in the audited one; an excluded
 * one counts in neither. Whose work the votes were for has done nothing: no case names an entry, and none is ever held against one.
 */
export const CASE_STATES = ['noted', 'quarantined', 'exclusion-proposed', 'released', 'excluded'] as const
export type CaseState = (typeof CASE_STATES)[number]

export type ActKind = 'quarantine' | 'release' | 'exclusion-proposal' | 'exclusion'

const AFTER: Record<ActKind, CaseState> = {
  quarantine: 'quarantined',
  release: 'released',
  'exclusion-proposal': 'exclusion-proposed',
  exclusion: 'excluded',
}

export function stateAfter(last: ActKind | null): CaseState {
  return last === null ? 'noted' : AFTER[last]
}

/** In quarantine and without a ruling: what the desk still owes. */
export function isOpen(state: CaseState): boolean {
  return state === 'quarantined' || state === 'exclusion-proposed'
}

export type ActRefusal =
  | 'not-in-quarantine'
  | 'already-in-quarantine'
  | 'nothing-proposed'
  | 'second-person-needed'
  | 'ballot-excluded'

/** Why this act may not follow what befell the case last; null when it may. The table's triggers say the same. */
export function whyNotAct(
  kind: ActKind,
  last: { kind: ActKind; doneBy: string | null } | null,
  actorId: string | null,
): ActRefusal | null {
  const state = stateAfter(last?.kind ?? null)
  if (state === 'excluded') return 'ballot-excluded'
  switch (kind) {
    case 'quarantine':
      return isOpen(state) ? 'already-in-quarantine' : null
    case 'release':
      return isOpen(state) ? null : 'not-in-quarantine'
    case 'exclusion-proposal':
      return state === 'quarantined'
        ? null
        : state === 'exclusion-proposed'
          ? 'second-person-needed'
          : 'not-in-quarantine'
    case 'exclusion':
      if (state !== 'exclusion-proposed') return 'nothing-proposed'
      return actorId === null || last?.doneBy === actorId ? 'second-person-needed' : null
  }
}

/** Characters; as the table checks. Long enough to be a reason, and public. */
export const DESK_REASON_LENGTH = { least: 20, most: 2000 } as const

export const deskReasonField = writtenText(DESK_REASON_LENGTH.most).refine(
  (reason) => reason.length >= DESK_REASON_LENGTH.least,
  { error: () => m.voting_desk_reason_short({ least: DESK_REASON_LENGTH.least }) },
)

const caseIds = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .transform((some) => some ?? [])

/** The cases ticked, or all that the page showed. */
export const rulingFormSchema = z
  .object({ caseId: caseIds, shown: caseIds, all: z.string().optional(), reason: deskReasonField })
  .transform(({ caseId, shown, all, reason }) => ({ caseIds: all ? shown : caseId, reason }))
  .refine(({ caseIds }) => caseIds.length > 0, { path: ['caseId'], error: () => m.voting_desk_none_ticked() })

/** Characters; as the table checks. */
export const SPEAK_LENGTH = { least: 10, most: 1000 } as const

/** What a voter says of their held ballot. */
export const speakFormSchema = z.object({
  words: writtenText(SPEAK_LENGTH.most).refine((words) => words.length >= SPEAK_LENGTH.least, {
    error: () => m.voting_held_words_short({ least: SPEAK_LENGTH.least }),
  }),
})

/** What an admin says about the proof of work. */
export const workOrderFormSchema = z.object({
  wanted: z.enum(['yes', 'no'], { error: () => m.voting_desk_work_missing() }).transform((said) => said === 'yes'),
  reason: deskReasonField,
})
