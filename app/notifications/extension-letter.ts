import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { compose, type Language, type Sender, speaking } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail } from './mailer.server.ts'
import { type LastHead, recordLine } from './record-line.ts'

export interface ExtensionTold {
  contest: string
  slug: string
  /** Votes that the brief promises each design. */
  least: number
  /** By when voting now ends, and by when at the latest, on the contest's clocks. */
  closeIn: (language: Language) => { close: string; latest: string }
  head: LastHead
}

/**
 * To whoever drew a design of the contest, or began a ballot in it, when voting first goes on beyond its announced close. It says that
 * some design lacks votes, as the page of the brief does, and never which: the seal keeps that from everybody.
 */
export function extendedLetter(
  { email, name, language }: Reader,
  as: 'maker' | 'voter',
  { contest, slug, least, closeIn, head }: ExtensionTold,
  sender: Sender,
): Mail {
  const say = speaking(language, sender)
  const { close, latest } = closeIn(language)
  const further = latest === close ? '' : m.contests_extended_further({ latest }, say.in)
  const toYou = as === 'maker' ? m.mail_extended_maker({}, say.in) : m.mail_extended_voter({}, say.in)
  return compose(
    {
      to: email,
      language,
      subject: m.mail_extended_subject({ contest }, say.in),
      greet: name,
      text: [
        m.mail_extended_text({ contest }, say.in),
        m.contests_extended({ count: least, close }, say.in),
        further,
        toYou,
      ]
        .filter(Boolean)
        .join(' '),
      button:
        as === 'maker'
          ? { label: m.mail_extended_brief({}, say.in), path: links.contest(slug) }
          : { label: m.mail_extended_vote({}, say.in), path: links.booth(slug) },
      ...recordLine(head, language),
    },
    sender,
  )
}
