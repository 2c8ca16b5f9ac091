import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FileRuling } from '#app/production/production-file.ts'
import { compose, type Sender, speaking } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail } from './mailer.server.ts'
import { type LastHead, recordLine } from './record-line.ts'

/** To each maker when the run comes to its files; `print` says in the reader's language what the file has to be, if anything. */
export function fileWantedLetter(
  { email, name, language }: Reader,
  { title, runId, print, head }: { title: string; runId: string; print: string; head: LastHead },
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_file_wanted_subject({ title }, say.in),
      greet: name,
      text: `${m.mail_file_wanted_text({ title }, say.in)} ${print}`.trim(),
      button: { label: m.mail_file_wanted_button({}, say.in), path: links.productionFile(runId) },
      ...recordLine(head, language),
    },
    sender,
  )
}

interface RuledFile {
  title: string
  runId: string
  ruling: FileRuling
  reason: string
  head: LastHead
}

/** To whoever handed the file in. */
export function fileRuledLetter(
  { email, name, language }: Reader,
  { title, runId, ruling, reason, head }: RuledFile,
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  const approved = ruling === 'approved'
  const text = approved ? m.mail_file_approved_text({ title }, say.in) : m.mail_file_changes_text({ title }, say.in)
  return compose(
    {
      to: email,
      language,
      subject: approved
        ? m.mail_file_approved_subject({ title }, say.in)
        : m.mail_file_changes_subject({ title }, say.in),
      greet: name,
      text: reason === '' ? text : `${text}\n\n${m.mail_quoted({ words: reason }, say.in)}`,
      button: { label: m.mail_file_ruled_button({}, say.in), path: links.run(runId) },
      ...recordLine(head, language),
    },
    sender,
  )
}
