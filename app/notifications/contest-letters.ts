import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { compose, type Sender, speaking } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail } from './mailer.server.ts'
import { decidedLine, type LastHead, recordLine } from './record-line.ts'

/** To each maker of the design that won. */
export function chosenLetter(
  { email, name, language }: Reader,
  {
    title,
    contest,
    runId,
    head,
    decided,
  }: { title: string; contest: string; runId: string; head: LastHead; decided: string | null },
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_chosen_subject({ title }, say.in),
      greet: name,
      text: m.mail_chosen_text({ title, contest }, say.in),
      button: { label: m.mail_chosen_button({}, say.in), path: links.agreement(runId) },
      ...decidedLine(head, decided, language),
    },
    sender,
  )
}

/** To a designer whose entry got the brand's answer. */
export function answeredLetter(
  { email, name, language }: Reader,
  { contest, slug, head, decided }: { contest: string; slug: string; head: LastHead; decided: string | null },
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_answered_subject({ contest }, say.in),
      greet: name,
      text: m.mail_answered_text({ contest }, say.in),
      button: { label: m.mail_answered_button({}, say.in), path: links.result(slug) },
      ...decidedLine(head, decided, language),
    },
    sender,
  )
}

/** To the designer of an entry that was taken down, with the reason that the log prints. */
export function takenDownLetter(
  { email, name, language }: Reader,
  { title, reason, entryId, head }: { title: string; reason: string; entryId: string; head: LastHead },
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_taken_down_subject(say.brand, say.in),
      greet: name,
      text: m.mail_taken_down_text({ title, reason }, say.in),
      button: { label: m.mail_taken_down_button({}, say.in), path: links.entry(entryId) },
      ...recordLine(head, language),
    },
    sender,
  )
}

/** To somebody asked to stand beside an entry: in our own words alone, or an invitation could carry a stranger's advertising. */
export function invitedLetter({ email, name, language }: Reader, contest: string, sender: Sender): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_invited_subject(say.brand, say.in),
      greet: name,
      text: m.mail_invited_text({ contest }, say.in),
      button: { label: m.mail_invited_button({}, say.in), path: links.myEntries() },
    },
    sender,
  )
}
