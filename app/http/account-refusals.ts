import type { AppointRefusal } from '#app/accounts/appoint-staff.server.ts'
import type { AskEmailChangeRefusal } from '#app/accounts/ask-email-change.server.ts'
import type { FirstAdminRefusal } from '#app/accounts/become-first-admin.server.ts'
import type { ChangePasswordRefusal } from '#app/accounts/change-password.server.ts'
import type { ConfirmEmailRefusal } from '#app/accounts/confirm-email.server.ts'
import type { DeleteAccountRefusal } from '#app/accounts/delete-account.server.ts'
import type { DismissRefusal } from '#app/accounts/dismiss-staff.server.ts'
import type { ConfirmationLinkRefusal } from '#app/accounts/issue-confirmation-link.server.ts'
import type { PasswordLinkRefusal } from '#app/accounts/issue-password-link.server.ts'
import type { RegisterRefusal } from '#app/accounts/register-account.server.ts'
import type { RevokeSessionRefusal } from '#app/accounts/revoke-session.server.ts'
import type { NewPasswordRefusal } from '#app/accounts/set-new-password.server.ts'
import type { SignInRefusal } from '#app/accounts/sign-in.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { RefusalDetails, RefusalInWords } from './refusals.ts'

export type AccountsRefusal =
  | RegisterRefusal
  | ConfirmEmailRefusal
  | ConfirmationLinkRefusal
  | PasswordLinkRefusal
  | NewPasswordRefusal
  | SignInRefusal
  | ChangePasswordRefusal
  | AskEmailChangeRefusal
  | RevokeSessionRefusal
  | DeleteAccountRefusal
  | FirstAdminRefusal
  | AppointRefusal
  | DismissRefusal

type Words = { status: RefusalInWords['status']; sentence: (details: RefusalDetails) => string }

/** The accounts' part of the one place where refusals become words. */
export const ACCOUNTS_WORDS: Record<AccountsRefusal, Words> = {
  'cannot-sign-in': { status: 403, sentence: () => m.accounts_refused_cannot_sign_in() },
  'wrong-password': { status: 403, sentence: () => m.accounts_password_wrong() },
  'address-taken': { status: 409, sentence: () => m.accounts_refused_address_taken() },
  'same-address': { status: 422, sentence: () => m.accounts_refused_same_address() },
  'address-not-confirmed': { status: 409, sentence: () => m.accounts_refused_address_not_confirmed() },
  'already-confirmed': { status: 409, sentence: () => m.accounts_refused_already_confirmed() },
  'link-not-good': { status: 410, sentence: () => m.accounts_refused_link_not_good() },
  'no-such-account': { status: 404, sentence: () => m.accounts_refused_no_such_account() },
  'no-such-session': { status: 404, sentence: () => m.accounts_refused_no_such_session() },
  'last-admin': { status: 409, sentence: () => m.accounts_refused_last_admin() },
  'there-is-an-admin': { status: 409, sentence: () => m.accounts_refused_there_is_an_admin() },
  'already-appointed': { status: 409, sentence: () => m.accounts_refused_already_appointed() },
  'not-appointed': { status: 409, sentence: () => m.accounts_refused_not_appointed() },
  'only-admins-appoint': { status: 403, sentence: () => m.accounts_refused_only_admins_appoint() },
}
