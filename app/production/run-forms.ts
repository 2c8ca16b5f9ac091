import { z } from 'zod'
import { characters } from '#app/characters.ts'
import { FIRST_YEAR, LAST_YEAR } from '#app/contests/calendar.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { oneLine, writtenText } from '#app/written-text.ts'
import { FILE_NOTE_MAX, FILE_RULINGS, RULING_REASON_MAX, RULING_REASON_MIN } from './production-file.ts'
import { STAGES } from './stages.ts'

/** The forms by which a run is worked on, with their limits in characters. */

export const NOTE_MAX = 4000
export const NOTE_ALT_MAX = 300
const GO_REASON_MIN = 20
export const GO_REASON_MAX = 2000
const FULL_NAME_MIN = 2
export const FULL_NAME_MAX = 120
export const PRODUCT_NAME_MAX = 120
export const PRODUCT_STORY_MAX = 6000
export const PRODUCT_PRICE_MAX = 80
export const SHOP_URL_MAX = 500

const stage = z.enum(STAGES, { error: () => m.production_stage_unknown() })

/** `dueOn` is a calendar day; the stage is due when that day ends in the contest's zone. */
export const planSchema = z.object({
  stage,
  ownerId: z.string().default(''),
  dueOn: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, { error: () => m.production_due_unreadable() })
    .refine((day) => day === '' || isRealDay(day), { error: () => m.production_due_unreadable() })
    .refine((day) => day === '' || !isRealDay(day) || isInCalendar(day), {
      error: () => m.production_due_out_of_calendar({ first: String(FIRST_YEAR), last: String(LAST_YEAR) }),
    })
    .default(''),
})

export const advanceSchema = z.object({ from: stage })

/** The picture that an earlier, refused sending of the form left here. What is no id of one is none. */
const keptPictureId = z.string().catch('')

export const noteSchema = z.object({
  audience: z.enum(['public', 'private'], { error: () => m.production_audience_missing() }),
  text: writtenText(NOTE_MAX).refine((text) => text !== '', { error: () => m.production_note_empty() }),
  alt: writtenText(NOTE_ALT_MAX, oneLine),
  pictureId: keptPictureId,
})

export const goSchema = z.object({
  go: z.enum(['go', 'no-go'], { error: () => m.production_go_missing() }),
  reason: writtenText(GO_REASON_MAX).refine((reason) => characters(reason) >= GO_REASON_MIN, {
    error: () => m.production_go_reason_short({ min: GO_REASON_MIN }),
  }),
})

export const signatureSchema = z.object({
  fullName: writtenText(FULL_NAME_MAX, oneLine).refine((name) => characters(name) >= FULL_NAME_MIN, {
    error: () => m.production_full_name_missing(),
  }),
  /** `agreementDigest` of the text that the page showed. */
  read: z.string().default(''),
  agreed: z.literal('yes', { error: () => m.production_agreement_unticked() }),
})

export const handInSchema = z.object({ note: writtenText(FILE_NOTE_MAX) })

export const rulingSchema = z
  .object({
    fileId: z.string().default(''),
    ruling: z.enum(FILE_RULINGS, { error: () => m.production_ruling_missing() }),
    reason: writtenText(RULING_REASON_MAX),
  })
  .refine(({ ruling, reason }) => ruling === 'approved' || characters(reason) >= RULING_REASON_MIN, {
    path: ['reason'],
    error: () => m.production_ruling_reason_short({ min: RULING_REASON_MIN }),
  })

export const productSchema = z.object({
  name: writtenText(PRODUCT_NAME_MAX, oneLine).refine((name) => name !== '', {
    error: () => m.production_product_name_missing(),
  }),
  story: writtenText(PRODUCT_STORY_MAX),
  price: writtenText(PRODUCT_PRICE_MAX, oneLine),
  shopUrl: writtenText(SHOP_URL_MAX, oneLine).refine((url) => url === '' || isHttps(url), {
    error: () => m.production_shop_url_wrong(),
  }),
  headAlt: writtenText(NOTE_ALT_MAX, oneLine),
})

export type ProductForm = z.output<typeof productSchema>

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function isInCalendar(day: string): boolean {
  const year = Number(day.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}
