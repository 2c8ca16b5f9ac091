import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'

/** Long passwords stand on their own; shorter ones must pass a strength check (NIST SP 800-63B-4, 3.1.1.2, and issue 2). */
export const PASSWORD_MIN_LENGTH = 8
export const PASSWORD_LONG_LENGTH = 15
/** Beyond what anybody types; hashing longer texts would only cost us. */
export const PASSWORD_MAX_LENGTH = 200

/** A new password, as far as its length goes; `passwordIsWeak` judges the rest. One thing wrong is said at a time. */
export const newPasswordSchema = z
  .string({ error: () => m.accounts_password_missing() })
  .min(1, { abort: true, error: () => m.accounts_password_missing() })
  .min(PASSWORD_MIN_LENGTH, {
    abort: true,
    error: () => m.accounts_password_too_short({ limit: PASSWORD_MIN_LENGTH }),
  })
  .max(PASSWORD_MAX_LENGTH, {
    abort: true,
    error: () => m.accounts_password_too_long({ limit: PASSWORD_MAX_LENGTH }),
  })

/** The password somebody has already: nothing is said about it but that it must be typed. */
export const ownPasswordSchema = z
  .string({ error: () => m.accounts_password_own_missing() })
  .min(1, { error: () => m.accounts_password_own_missing() })
  .max(PASSWORD_MAX_LENGTH, { error: () => m.accounts_password_wrong() })
