import { m } from '#app/i18n/paraglide/messages.js'
import type { Mail } from './mailer.server.ts'

export type Language = 'en' | 'it'

/** Where letters come from: the part of the configuration they speak of. */
export interface Sender {
  brandName: string
  publicOrigin: string
}

export interface Letter {
  to: string
  language: Language
  subject: string
  /** null greets nobody by name: a name that a stranger typed could carry the stranger's advertising. */
  greet: string | null
  /** Before the button. */
  text: string
  /** The one thing to do, by its path on this site. */
  button?: { label: string; path: string }
  /** After the button. */
  after?: string
  /** In one line of its own, the last before the signature. */
  record?: string
}

/** A letter speaks its reader's language, not that of the request that caused it. */
export function speaking(language: Language, { brandName }: Sender) {
  return { in: { locale: language }, brand: { brand: brandName } } as const
}

/** Plain text first, and the same in simple HTML: nothing to load, no address but our own. */
export function compose(letter: Letter, sender: Sender): Mail {
  const { language } = letter
  const greeting = letter.greet
    ? m.mail_greeting_named({ name: letter.greet }, { locale: language })
    : m.mail_greeting({}, { locale: language })
  const signature = m.mail_signature({ brand: sender.brandName }, { locale: language })
  const address = letter.button && new URL(letter.button.path, sender.publicOrigin).href
  const text = [greeting, letter.text, address, letter.after, letter.record, signature].filter(Boolean).join('\n\n')
  return { to: letter.to, subject: letter.subject, text: `${text}\n`, html: html(letter, greeting, signature, address) }
}

function html(letter: Letter, greeting: string, signature: string, address: string | undefined): string {
  const parts = [paragraphs(greeting), paragraphs(letter.text)]
  if (letter.button && address) {
    parts.push(
      `<p style="margin:28px 0"><a href="${escaped(address)}" style="${BUTTON}">${escaped(letter.button.label)}</a></p>`,
      `<p style="${QUIET}">${escaped(m.mail_link_alone({}, { locale: letter.language }))}<br>${escaped(address)}</p>`,
    )
  }
  if (letter.after) parts.push(paragraphs(letter.after))
  if (letter.record) parts.push(`<p style="${QUIET}">${escaped(letter.record)}</p>`)
  parts.push(`<p style="margin-top:32px;padding-top:16px;border-top:1px solid #d8d2c5">${escaped(signature)}</p>`)
  return `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light only"><meta name="referrer" content="no-referrer"><title>${escaped(letter.subject)}</title></head><body style="${BODY}"><div style="max-width:34em;margin:0 auto">${parts.join('')}</div></body></html>`
}

// Mail programs read style attributes and little else.
const BODY = 'margin:0;padding:32px 20px;background:#f6f3ec;color:#1b1916;font:17px/1.6 Georgia,serif'
const BUTTON = 'display:inline-block;padding:12px 20px;background:#1b1916;color:#f6f3ec;text-decoration:none'
const QUIET = 'font-size:14px;color:#5a544b;overflow-wrap:anywhere'

/** An empty line begins a paragraph, and people's own lines end where they ended them. */
function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((one) => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
