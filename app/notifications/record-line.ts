import { m } from '#app/i18n/paraglide/messages.js'
import { momentText } from '#app/ui/moment-text.ts'
import type { PublishedHead } from '#app/voting/published-heads.server.ts'
import type { Language } from './letter.ts'

/**
 * The last head of the vote's record that was published, for whoever keeps their mail: a record that was rewritten since does not hold
 * it (undefined before the first). The letter writes it as the page that checks a result asks for it.
 */
export type LastHead = PublishedHead | undefined

export function recordLine(head: LastHead, locale: Language): { record: string } | null {
  if (!head) return null
  const { sequence, hash, publishedAt } = head
  return { record: m.mail_record({ sequence, hash, at: momentText(publishedAt, 'UTC', locale, 'minute') }, { locale }) }
}

/** The same in a letter about a decided contest, with the hash of what was signed (null where that is missing). */
export function decidedLine(head: LastHead, hash: string | null, locale: Language): { record: string } {
  const decision = hash ? m.mail_decision({ hash }, { locale }) : ''
  return { record: [recordLine(head, locale)?.record, decision].filter(Boolean).join(' ') }
}
