import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

/**
 * Text as a person wrote it, at most `most` characters long: a browser counts a line's end as one character and sends two, and
 * control characters come from copied documents (SQLite's `length` stops at the first NUL, so a CHECK would refuse what a form let
 * through). Nothing sent is the empty text; a form that needs words says so with `refine`.
 */
export function writtenText(most: number, tidy: (text: string) => string = (text) => text) {
  return z
    .string({ error: () => m.errors_text_expected() })
    .default('')
    .transform((text) => tidy(text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')).trim())
    .refine((text) => text.length <= most, {
      error: (issue) => m.errors_text_too_long({ most, now: String(issue.input).length }),
    })
}

/** For names and titles, which a line's end would tear. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
