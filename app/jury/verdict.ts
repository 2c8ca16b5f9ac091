import { z } from 'zod'
import { characters } from '#app/characters.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'

/** A juror's four words on an entry; recusal is not given but automatic (DESIGN.md, "The jury and the co-decision"). */
export const VERDICT_KINDS = ['approve', 'approve-with-changes', 'veto', 'abstain'] as const
export type VerdictKind = (typeof VERDICT_KINDS)[number]

/** The closed list of grounds for a veto; the public page prints the ground with the reason. */
export const VETO_CODES = [
  'cannot-be-made',
  'cost',
  'safety',
  'ip-conflict',
  'in-our-pipeline',
  'brand-fit',
  'season',
  'rules',
] as const
export type VetoCode = (typeof VETO_CODES)[number]

/** Characters: a veto takes the crowd's choice away, so it owes the designer more than a word. */
export const VETO_REASON_MIN = 40
export const VERDICT_REASON_MAX = 4000

/** The verdict form: a veto needs its ground and a reason; changes need to be said; the others may be silent. */
export const verdictSchema = z
  .object({
    kind: z.enum(VERDICT_KINDS, { error: () => m.jury_kind_missing() }),
    code: z.preprocess((value) => (value === '' ? undefined : value), z.enum(VETO_CODES).optional()),
    reason: writtenText(VERDICT_REASON_MAX),
  })
  .superRefine((verdict, ctx) => {
    if (verdict.kind === 'veto' && !verdict.code)
      ctx.addIssue({ code: 'custom', path: ['code'], message: m.jury_code_missing() })
    if (verdict.kind === 'veto' && characters(verdict.reason) < VETO_REASON_MIN)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: m.jury_veto_reason_short({ min: VETO_REASON_MIN }) })
    if (verdict.kind === 'approve-with-changes' && verdict.reason === '')
      ctx.addIssue({ code: 'custom', path: ['reason'], message: m.jury_changes_missing() })
  })
  .transform((verdict) => ({ ...verdict, code: verdict.kind === 'veto' ? (verdict.code ?? null) : null }))

export type VerdictForm = z.output<typeof verdictSchema>

export interface StandingVerdict {
  entryId: string
  jurorId: string
  kind: VerdictKind
  code: VetoCode | null
  reason: string
  givenAt: string
}

/** The makers of an entry: its designer and the collaborators who accepted. */
export interface Makers {
  designerId: string
  collaboratorIds: readonly string[]
}

/** A juror never judges their own or a collaborator's work. */
export function isRecused(jurorId: string, makers: Makers): boolean {
  return makers.designerId === jurorId || makers.collaboratorIds.includes(jurorId)
}
