import { z } from 'zod'
import { type GracedContest, isWithinUploadGrace, phaseAt } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { oneLine, writtenText } from '#app/written-text.ts'

/** What an entry holds, how long each part may be, and until when it may change. */

export const TITLE_CHARACTERS_MOST = 120
export const STORY_CHARACTERS_MOST = 6000
export const STATEMENT_CHARACTERS_MOST = 1000
export const ALT_CHARACTERS_MOST = 300
export const SHORT_ANSWER_CHARACTERS_MOST = 300
export const LONG_ANSWER_CHARACTERS_MOST = 4000
export const COLLABORATORS_MOST = 5
/** Of one person’s originals, in all contests together: 160 of the largest, or a thousand usual photos. */
export const KEPT_GIGABYTES_PER_PERSON_MOST = 4
/** Of all the originals that hang in one contest: eight thousand of the largest, or fifty thousand usual photos. */
export const KEPT_GIGABYTES_PER_CONTEST_MOST = 200

/** How much of the work a machine made, as its designer states it. */
export const AI_USES = ['none', 'assisted', 'generated'] as const
export type AiUse = (typeof AI_USES)[number]

export interface GuidedQuestion {
  id: string
  kind: 'short' | 'long' | 'choice'
  prompt: string
  hint: string
  options: readonly string[]
  required: boolean
}

/** Everything a designer writes on the entry's page. Anything may be empty while it is a draft. */
export interface EntryWords {
  title: string
  story: string
  aiUse: AiUse | ''
  aiStatement: string
  thirdPartyStatement: string
  original: boolean
  rightsAccepted: boolean
  /** Question id → text. */
  answers: Record<string, string>
  /** Artwork id → what the picture shows. */
  alts: Record<string, string>
}

/** The names of the fields that come once per question and once per artwork. */
export const answerField = (questionId: string) => `answer.${questionId}`
export const altField = (artworkId: string) => `alt.${artworkId}`

/** The entry's form, for the brief's questions and the entry's artworks: other names are left aside. */
export function entryWordsSchema(questions: readonly GuidedQuestion[], artworkIds: readonly string[]) {
  const answers = questions.map((question) => [answerField(question.id), answerSchema(question)] as const)
  const alts = artworkIds.map((id) => [altField(id), writtenText(ALT_CHARACTERS_MOST).optional()] as const)
  return z
    .object({
      title: writtenText(TITLE_CHARACTERS_MOST, oneLine),
      story: writtenText(STORY_CHARACTERS_MOST),
      aiUse: z.enum([...AI_USES, ''], { error: () => m.entries_ai_use_unknown() }).default(''),
      aiStatement: writtenText(STATEMENT_CHARACTERS_MOST),
      thirdPartyStatement: writtenText(STATEMENT_CHARACTERS_MOST),
      original: ticked,
      rightsAccepted: ticked,
      ...Object.fromEntries(answers),
      ...Object.fromEntries(alts),
    })
    .transform((fields): EntryWords => {
      const { title, story, aiUse, aiStatement, thirdPartyStatement, original, rightsAccepted, ...others } = fields
      const given: Record<string, unknown> = others
      return {
        ...{ title, story, aiUse, aiStatement, thirdPartyStatement, original, rightsAccepted },
        answers: collect(given, questions, (question) => [question.id, answerField(question.id)]),
        alts: collect(given, artworkIds, (id) => [id, altField(id)]),
      }
    })
}

/** What the pictures that came last show; each of them is asked. */
export function lateAltsSchema(artworkIds: readonly string[]) {
  const described = writtenText(ALT_CHARACTERS_MOST, oneLine).refine((alt) => alt !== '', {
    error: () => m.entries_alt_missing(),
  })
  return z
    .object(Object.fromEntries(artworkIds.map((id) => [altField(id), described])))
    .transform((fields) => collect(fields, artworkIds, (id) => [id, altField(id)]))
}

/** A handle as people copy it: with an @, in capitals, or as the whole address of the page. */
export const invitationSchema = z.object({
  handle: z
    .string({ error: () => m.entries_handle_missing() })
    .transform((typed) =>
      typed
        .trim()
        .toLowerCase()
        .replace(/^.*\/people\//, '')
        .replace(/^@/, ''),
    )
    .refine((handle) => /^[a-z0-9-]{2,60}$/.test(handle), { error: () => m.entries_handle_missing() }),
})

export const collaboratorSchema = z.object({ accountId: z.string({ error: () => m.entries_handle_missing() }).max(40) })

/** Where a picture goes, 1 being the first. */
export const placeSchema = z.object({
  place: z.coerce.number({ error: () => m.entries_place_missing() }).int({ error: () => m.entries_place_missing() }),
})

export const orderSchema = placeSchema.extend({ artworkId: z.string({ error: () => m.errors_text_expected() }) })

const ticked = z
  .string({ error: () => m.errors_text_expected() })
  .optional()
  .transform((value) => value !== undefined && value !== '')

function answerSchema(question: GuidedQuestion) {
  if (question.kind !== 'choice') {
    return writtenText(question.kind === 'short' ? SHORT_ANSWER_CHARACTERS_MOST : LONG_ANSWER_CHARACTERS_MOST)
  }
  return z.enum([...question.options, ''], { error: () => m.entries_answer_not_offered() }).default('')
}

function collect<Item>(
  fields: Record<string, unknown>,
  items: readonly Item[],
  keys: (item: Item) => readonly [id: string, field: string],
): Record<string, string> {
  const collected: Record<string, string> = {}
  for (const item of items) {
    const [id, field] = keys(item)
    const text = fields[field]
    if (typeof text === 'string') collected[id] = text
  }
  return collected
}

/** When an entry was what; null for what did not happen. */
export interface EntryTimes {
  submittedAt: string | null
  withdrawnAt: string | null
  takenDownAt: string | null
}

export type EntryState = 'draft' | 'submitted' | 'withdrawn' | 'taken-down'

export function entryState({ submittedAt, withdrawnAt, takenDownAt }: EntryTimes): EntryState {
  if (takenDownAt) return 'taken-down'
  if (withdrawnAt) return 'withdrawn'
  return submittedAt ? 'submitted' : 'draft'
}

export type ChangeRefusal = 'entry-withdrawn' | 'entry-taken-down' | 'entries-closed'

/**
 * Why an entry may not change now, or null. It changes until voting opens. A draft whose upload was begun before the deadline
 * and finished after it has the rest of the ten minutes to be described and submitted; a published entry has not, save for `mayDescribeLate`.
 * @param begunAt when the request arrived that carries the change
 * @param lastUploadAt when the entry's latest picture was taken in; null without pictures
 */
export function refuseChange(
  entry: EntryTimes,
  { contest, begunAt, lastUploadAt }: { contest: GracedContest; begunAt: Date; lastUploadAt: string | null },
  now: Date,
): ChangeRefusal | null {
  const state = entryState(entry)
  if (state === 'withdrawn') return 'entry-withdrawn'
  if (state === 'taken-down') return 'entry-taken-down'
  const { schedule } = contest
  if (phaseAt(schedule, now) === 'open') return null
  const finishing = lastUploadAt !== null && lastUploadAt >= schedule.votingOpensAt
  const begunInTime = phaseAt(schedule, begunAt) === 'open'
  if (state === 'draft' && isWithinUploadGrace(contest, now) && (finishing || begunInTime)) return null
  return 'entries-closed'
}

/**
 * Whether a published entry's pictures that nobody described yet may still be: the upload that finished within the ten minutes
 * came without words, and somebody who listens to the page votes on it too. Nothing else of the entry changes.
 */
export function mayDescribeLate(entry: EntryTimes, contest: GracedContest, now: Date): boolean {
  return entryState(entry) === 'submitted' && isWithinUploadGrace(contest, now)
}
