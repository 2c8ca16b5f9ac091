import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { publicReasonField } from './boundary-moves.ts'
import { timeSentence } from './brief.ts'
import { fromLocalTime } from './calendar.ts'
import { BOUNDARIES } from './schedule.ts'

/**
 * The form that moves a boundary. The contest's zone is not asked again: it was announced with the calendar. 'now' is an act of
 * its own, because a typed minute is already over when the form arrives.
 */
export function boundaryMoveForm(zone: string) {
  return z
    .object({
      boundary: z.enum(BOUNDARIES, { error: () => m.contests_choice_missing() }),
      act: z.enum(['later', 'bring-forward', 'now'], { error: () => m.contests_choice_missing() }),
      toAt: z.string().default(''),
      carryOn: z
        .string()
        .optional()
        .transform((ticked) => ticked !== undefined),
      seenAt: z.string({ error: () => m.contests_field_absent() }),
      reason: publicReasonField,
    })
    .transform(({ act, toAt, ...move }, context) => {
      if (act === 'now') return { ...move, act: 'bring-forward' as const, toAt: 'now' as const }
      const reading = fromLocalTime(toAt, zone)
      if (reading.ok) return { ...move, act, toAt: reading.at }
      const message = toAt === '' ? m.contests_time_missing() : timeSentence(reading.problem, zone)
      context.addIssue({ code: 'custom', path: ['toAt'], message })
      return z.NEVER
    })
}
