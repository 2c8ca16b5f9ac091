import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { PRINT_BLEED_MM, PRINT_COLOURS, PRINT_PPI, PRINT_SIDE_MM } from '#app/images/print-wish.ts'
import { wholeNumberField } from './whole-number-field.ts'

/** The fields of a brief that say what is printed and how sharp. An empty side is none; a form without them prints nothing. */
export const PRINT_FIELDS = {
  printWidthMm: side(),
  printHeightMm: side(),
  printBleedMm: wholeNumberField(PRINT_BLEED_MM).default(0),
  printPpi: z
    .enum(PRINT_PPI.map(String), { error: () => m.contests_choice_missing() })
    .transform((typed) => PRINT_PPI.find((ppi) => String(ppi) === typed) ?? 300)
    .default(300),
  printColour: z.enum(PRINT_COLOURS, { error: () => m.contests_choice_missing() }).default('any'),
}

function side() {
  return z
    .union(
      [
        z
          .string()
          .trim()
          .length(0)
          .transform(() => null),
        wholeNumberField(PRINT_SIDE_MM),
      ],
      {
        error: () => m.contests_number_between(PRINT_SIDE_MM),
      },
    )
    .default(null)
}
