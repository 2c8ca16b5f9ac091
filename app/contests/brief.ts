import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PrintColour, PrintPpi } from '#app/images/print-wish.ts'
import { fromLocalTime, isZone } from './calendar.ts'
import { PRINT_FIELDS } from './print-fields.ts'
import { gatherQuestions, type QuestionDraft, questionsField } from './questions.ts'
import { wholeNumberField } from './whole-number-field.ts'

/** The limits of a brief; the page, the schema and the documentation read them here. The database repeats them as CHECKs. */
export const BRIEF_LIMITS = {
  titleLength: 120,
  productLength: 80,
  summaryLength: 300,
  briefLength: 20_000,
  headAltLength: 300,
  prizesLength: 4000,
  rightsTermsLength: 20_000,
  exclusivityDays: { least: 0, most: 3650 },
  royaltyPercent: { least: 0, most: 100 },
  sidePx: { least: 1, most: 12_000 },
  pictures: { least: 1, most: 6 },
  entriesPerPerson: { least: 1, most: 20 },
  accountAgeDays: { least: 0, most: 365 },
  minimumScores: { least: 0, most: 1000 },
  extensionDays: { least: 0, most: 14 },
  quorum: { least: 1, most: 50 },
  candidates: { least: 1, most: 50 },
  answerDays: { least: 1, most: 180 },
} as const

export const RIGHTS_KINDS = ['open', 'licence', 'assignment'] as const
/** How the community votes. Duels tell about half as much per look, and ask nobody what a 4 means. */
export const VOTING_METHODS = ['scores', 'duels'] as const
export type VotingMethod = (typeof VOTING_METHODS)[number]

export type RightsKind = (typeof RIGHTS_KINDS)[number]

/** What an admin writes, as it is stored: times in UTC, the royalty in hundredths of a per cent. */
export interface Brief {
  title: string
  product: string
  summary: string
  /** Markdown. */
  brief: string
  headAlt: string
  /** Markdown. */
  prizes: string
  rightsKind: RightsKind
  exclusivityDays: number
  royaltyBasisPoints: number
  /** Markdown. */
  rightsTerms: string
  minimumWidthPx: number
  minimumHeightPx: number
  /** The printed area; both null where nothing is printed. */
  printWidthMm: number | null
  printHeightMm: number | null
  printBleedMm: number
  printPpi: PrintPpi
  printColour: PrintColour
  minimumPictures: number
  maximumPictures: number
  entriesPerPerson: number
  enterAccountAgeDays: number
  voteAccountAgeDays: number
  method: VotingMethod
  /** See app/contests/extension.ts; both 0 where voting never extends itself. */
  minimumScores: number
  extensionDays: number
  quorum: number
  candidates: number
  answerDays: number
  zone: string
  opensAt: string
  votingOpensAt: string
  votingClosesAt: string
  decisionDueAt: string
  questions: QuestionDraft[]
}

export const titleField = line(BRIEF_LIMITS.titleLength).min(1, { error: () => m.contests_title_missing() })
export const summaryField = line(BRIEF_LIMITS.summaryLength)
export const briefField = prose(BRIEF_LIMITS.briefLength)
export const zoneField = z
  .string({ error: () => m.contests_zone_unknown() })
  .refine(isZone, { error: () => m.contests_zone_unknown() })

/** A time as the browser's date field sends it; its zone stands in another field. */
const localTime = z
  .string({ error: () => m.contests_time_missing() })
  .min(1, { error: () => m.contests_time_missing() })

const fields = z.object({
  title: titleField,
  product: line(BRIEF_LIMITS.productLength),
  summary: summaryField,
  brief: briefField,
  headAlt: line(BRIEF_LIMITS.headAltLength),
  prizes: prose(BRIEF_LIMITS.prizesLength),
  rightsKind: z.enum(RIGHTS_KINDS, { error: () => m.contests_choice_missing() }),
  exclusivityDays: wholeNumberField(BRIEF_LIMITS.exclusivityDays),
  royaltyPercent: percent(BRIEF_LIMITS.royaltyPercent),
  rightsTerms: prose(BRIEF_LIMITS.rightsTermsLength),
  minimumWidthPx: wholeNumberField(BRIEF_LIMITS.sidePx),
  minimumHeightPx: wholeNumberField(BRIEF_LIMITS.sidePx),
  ...PRINT_FIELDS,
  minimumPictures: wholeNumberField(BRIEF_LIMITS.pictures),
  maximumPictures: wholeNumberField(BRIEF_LIMITS.pictures),
  entriesPerPerson: wholeNumberField(BRIEF_LIMITS.entriesPerPerson),
  enterAccountAgeDays: wholeNumberField(BRIEF_LIMITS.accountAgeDays),
  voteAccountAgeDays: wholeNumberField(BRIEF_LIMITS.accountAgeDays),
  method: z.enum(VOTING_METHODS, { error: () => m.contests_choice_missing() }),
  minimumScores: wholeNumberField(BRIEF_LIMITS.minimumScores).default(0),
  extensionDays: wholeNumberField(BRIEF_LIMITS.extensionDays).default(0),
  quorum: wholeNumberField(BRIEF_LIMITS.quorum),
  candidates: wholeNumberField(BRIEF_LIMITS.candidates),
  answerDays: wholeNumberField(BRIEF_LIMITS.answerDays),
  zone: zoneField,
  opensAt: localTime,
  votingOpensAt: localTime,
  votingClosesAt: localTime,
  decisionDueAt: localTime,
  questions: questionsField,
})

/** The four times, under the names of the form and of the schedule. */
export const TIME_FIELDS = ['opensAt', 'votingOpensAt', 'votingClosesAt', 'decisionDueAt'] as const

/**
 * The whole form. A draft may be empty in most places (publishing asks for them); what is there must be readable.
 * Answers a Brief: local times become UTC, per cent becomes hundredths of it.
 */
export const briefForm = z.preprocess(
  gatherQuestions,
  fields.transform((typed, context): Brief => {
    const { royaltyPercent, ...brief } = typed
    if (brief.minimumPictures > brief.maximumPictures) {
      context.addIssue({ code: 'custom', path: ['maximumPictures'], message: m.contests_pictures_crossed() })
    }
    if ((brief.printWidthMm === null) !== (brief.printHeightMm === null)) {
      const path = [brief.printWidthMm === null ? 'printWidthMm' : 'printHeightMm']
      context.addIssue({ code: 'custom', path, message: m.contests_print_side_missing() })
    }
    if ((brief.minimumScores === 0) !== (brief.extensionDays === 0)) {
      const path = [brief.minimumScores === 0 ? 'minimumScores' : 'extensionDays']
      context.addIssue({ code: 'custom', path, message: m.contests_extension_half() })
    }
    for (const field of TIME_FIELDS) {
      const reading = fromLocalTime(typed[field], typed.zone)
      if (reading.ok) brief[field] = reading.at
      else context.addIssue({ code: 'custom', path: [field], message: timeSentence(reading.problem, typed.zone) })
    }
    return { ...brief, royaltyBasisPoints: Math.round(royaltyPercent * 100) }
  }),
)

export function timeSentence(problem: 'unreadable' | 'skipped', zone: string): string {
  return problem === 'skipped' ? m.contests_time_skipped({ zone }) : m.contests_time_unreadable()
}

/** One line of text: line breaks become spaces. */
function line(most: number) {
  return z
    .string({ error: () => m.contests_field_absent() })
    .overwrite((text) => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
    .max(most, { error: () => m.contests_text_long({ most }) })
}

/** Browsers send line breaks as CR LF but count them as one character. */
function prose(most: number) {
  return z
    .string({ error: () => m.contests_field_absent() })
    .overwrite((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .max(most, { error: () => m.contests_text_long({ most }) })
}

/** Italians write 2,5; two decimals at most. */
function percent({ least, most }: { least: number; most: number }) {
  const sentence = () => m.contests_percent_between({ least, most })
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,3}(?:[.,]\d{1,2})?$/, { error: sentence })
    .transform((typed) => Number(typed.replace(',', '.')))
    .pipe(z.number().min(least, { error: sentence }).max(most, { error: sentence }))
}
