import { LINK_LIFETIME_MINUTES } from '#app/accounts/one-time-link.ts'
import type { StaffRole } from '#app/accounts/roles.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { compose, type Language, type Sender, speaking } from './letter.ts'
import type { Mail } from './mailer.server.ts'

/** Somebody with an account. */
export interface Reader {
  name: string
  email: string
  language: Language
}

/** An address of which nobody knows yet whose it is. */
export interface Address {
  email: string
  language: Language
}

/** After joining. */
export function confirmationLetter({ email, language }: Address, token: string, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_confirm_subject(say.brand, say.in),
      greet: null,
      text: m.mail_confirm_text(say.brand, say.in),
      button: { label: m.mail_confirm_button({}, say.in), path: links.confirmEmail(token) },
      after: m.mail_confirm_lifetime({ hours: LINK_LIFETIME_MINUTES['confirm-email'] / 60 }, say.in),
    },
    sender,
  )
}

/** To the owner of an address with which somebody tried to join: the page said nothing of it. */
export function alreadyMemberLetter({ email, name, language }: Reader, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_member_subject(say.brand, say.in),
      greet: name,
      text: m.mail_member_text(say.brand, say.in),
      button: { label: m.mail_member_button({}, say.in), path: links.signIn() },
      after: m.mail_member_forgotten({}, say.in),
    },
    sender,
  )
}

/** Without a name to an address that is not confirmed: a stranger may have joined with it. */
export function newPasswordLetter(
  { email, name, language }: Address & { name: string | null },
  token: string,
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_password_subject(say.brand, say.in),
      greet: name,
      text: m.mail_password_text({}, say.in),
      button: { label: m.mail_password_button({}, say.in), path: links.newPassword(token) },
      after: m.mail_password_lifetime({ minutes: LINK_LIFETIME_MINUTES['new-password'] }, say.in),
    },
    sender,
  )
}

export function passwordChangedLetter({ email, name, language }: Reader, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_password_changed_subject(say.brand, say.in),
      greet: name,
      text: `${m.mail_password_changed_text({}, say.in)} ${m.mail_password_changed_otherwise({}, say.in)}`,
      button: { label: m.mail_password_button({}, say.in), path: links.forgottenPassword() },
    },
    sender,
  )
}

/** To the new address. */
export function newAddressLetter({ email, language }: Address, token: string, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_address_subject(say.brand, say.in),
      greet: null,
      text: m.mail_address_text(say.brand, say.in),
      button: { label: m.mail_confirm_button({}, say.in), path: links.confirmEmail(token) },
      after: m.mail_confirm_lifetime({ hours: LINK_LIFETIME_MINUTES['confirm-email'] / 60 }, say.in),
    },
    sender,
  )
}

/** To the owner of an address to which somebody wanted to move another account. */
export function addressTakenLetter({ email, name, language }: Reader, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_address_taken_subject(say.brand, say.in),
      greet: name,
      text: m.mail_address_taken_text({}, say.in),
    },
    sender,
  )
}

/** To the old address, which may be all that is left to the owner of a stolen account. */
export function addressChangedLetter({ email, name, language }: Reader, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_address_changed_subject(say.brand, say.in),
      greet: name,
      text: m.mail_address_changed_text({}, say.in),
    },
    sender,
  )
}

export function accountDeletedLetter({ email, name, language }: Reader, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_deleted_subject(say.brand, say.in),
      greet: name,
      text: m.mail_deleted_text({}, say.in),
    },
    sender,
  )
}

export function appointedLetter({ email, name, language }: Reader, role: StaffRole, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_appointed_subject(say.brand, say.in),
      greet: name,
      text: m.mail_appointed_text({ ...say.brand, role: roleInWords(role, language) }, say.in),
      button: { label: m.mail_member_button({}, say.in), path: links.signIn() },
    },
    sender,
  )
}

export function dismissedLetter({ email, name, language }: Reader, role: StaffRole, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_dismissed_subject(say.brand, say.in),
      greet: name,
      text: m.mail_dismissed_text({ ...say.brand, role: roleInWords(role, language) }, say.in),
    },
    sender,
  )
}

function roleInWords(role: StaffRole, locale: Language): string {
  const words = { juror: m.accounts_role_juror, producer: m.accounts_role_producer, admin: m.accounts_role_admin }
  return words[role]({}, { locale })
}
