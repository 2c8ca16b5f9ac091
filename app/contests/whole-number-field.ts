import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

/** A whole number as a form sends it, within its limits; of any other text the same sentence says what is wanted. */
export function wholeNumberField({ least, most }: { least: number; most: number }) {
  const sentence = () => m.contests_number_between({ least, most })
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,6}$/, { error: sentence })
    .transform(Number)
    .pipe(z.number().min(least, { error: sentence }).max(most, { error: sentence }))
}
