import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { newPasswordSchema, PASSWORD_LONG_LENGTH } from './password.ts'

/** zxcvbn's scale of 0 to 4: 3 is “safely unguessable” by its authors, 10^8 to 10^10 guesses. */
const SCORE_OF_A_SHORT_PASSWORD = 3
/** A long one is refused only when it is a known password or one thing repeated. */
const SCORE_OF_A_LONG_PASSWORD = 2
/** Its work grows faster than the length: 32 characters take 40 ms at worst. */
const CHARACTERS_JUDGED = 32
/** Shorter words occur in anybody's password by chance. */
const OWN_WORD_MIN_LENGTH = 3

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** Whether an attacker would try this soon. `about` is what is known of its owner (name, address): it counts for nothing. */
export function passwordIsWeak(password: string, about: readonly string[]): boolean {
  const secret = withoutOwnWords(password, about)
  const wanted = secret.length >= PASSWORD_LONG_LENGTH ? SCORE_OF_A_LONG_PASSWORD : SCORE_OF_A_SHORT_PASSWORD
  return judge.check(secret.slice(0, CHARACTERS_JUDGED)).score < wanted
}

function withoutOwnWords(password: string, about: readonly string[]): string {
  // Only letters and digits are left in the words, so they need no escaping.
  const words = about
    .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
    // What is longer than the password is not in it, and may be longer than an expression can be.
    .filter((word) => word.length >= OWN_WORD_MIN_LENGTH && word.length <= password.length)
  return words.reduce((rest, word) => rest.replaceAll(new RegExp(word, 'giu'), ''), password)
}

/** A new password for somebody who is known already. */
export function strongPasswordSchema(about: readonly string[]) {
  return newPasswordSchema.refine((password) => !passwordIsWeak(password, about), {
    error: () => m.accounts_password_weak(),
  })
}

/** For the form in which name, address and password are chosen together: `.superRefine(refuseWeakPassword)`. */
export function refuseWeakPassword(
  { name, email, password }: { name: string; email: string; password: string },
  context: z.RefinementCtx,
): void {
  if (!passwordIsWeak(password, [name, email])) return
  context.addIssue({ code: 'custom', path: ['password'], message: m.accounts_password_weak() })
}
