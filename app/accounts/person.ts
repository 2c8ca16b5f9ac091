import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

export const NAME_MAX_LENGTH = 80
export const BIO_MAX_LENGTH = 1000
/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
export const EMAIL_MAX_LENGTH = 254

/** Letters that cannot be seen and turn the order of what follows: a name with them can pose as another. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

export const nameSchema = z
  .string({ error: () => m.accounts_name_missing() })
  .transform((name) => name.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, { error: () => m.accounts_name_missing() })
      .max(NAME_MAX_LENGTH, { error: () => m.accounts_name_too_long({ limit: NAME_MAX_LENGTH }) }),
  )

/** Lower-cased: nobody means two people by two spellings of one address. */
export const emailSchema = z
  .string({ error: () => m.accounts_email_missing() })
  .trim()
  .toLowerCase()
  .min(1, { error: () => m.accounts_email_missing() })
  .max(EMAIL_MAX_LENGTH, { error: () => m.accounts_email_wrong() })
  .pipe(z.email({ error: () => m.accounts_email_wrong() }))

export const bioSchema = z
  .string({ error: () => m.accounts_bio_too_long({ limit: BIO_MAX_LENGTH }) })
  .transform((bio) => bio.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(BIO_MAX_LENGTH, { error: () => m.accounts_bio_too_long({ limit: BIO_MAX_LENGTH }) }))

export const LANGUAGES = ['en', 'it'] as const

/** '' is the choice of whatever the browser asks for. */
export const languageSchema = z
  .enum(['', ...LANGUAGES], { error: () => m.accounts_language_wrong() })
  .transform((language) => (language === '' ? null : language))
