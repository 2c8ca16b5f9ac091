import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from './route-context.ts'

export interface FoundMail {
  to: string
  subject: string
  text: string
  html: string
}

/** A server in another process settles by itself: there one polls. */
type MailedBy = Pick<TestContext, 'config'> & Partial<Pick<TestContext, 'afterwards'>>

/** What the real mailer has written so far, oldest first, and only to `to` when that is given. */
export async function mailsIn({ config, afterwards }: MailedBy, to?: string): Promise<FoundMail[]> {
  // Letters are written after the answers that cause them.
  await afterwards?.settled()
  const files = await readdir(config.mailDir).catch(() => [])
  const mails = await Promise.all(
    files
      .filter((file) => file.endsWith('.eml') && !file.startsWith('.'))
      .sort()
      .map(async (file) => readMail(await readFile(join(config.mailDir, file), 'latin1'))),
  )
  return to === undefined ? mails : mails.filter((mail) => mail.to === to)
}

/** The first address of this site in a mail, without the origin: what its reader clicks. */
export function pathIn(context: Pick<TestContext, 'config'>, mail: FoundMail | undefined): string {
  const address = mail?.text.split(/\s+/).find((word) => word.startsWith(context.config.publicOrigin))
  if (!address) throw new Error('The mail has no link to this site.')
  return address.slice(context.config.publicOrigin.length)
}

/** Enough of MIME to read what our own mailer writes. */
function readMail(source: string): FoundMail {
  const { headers, body } = split(source)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map(split) : [{ headers, body }]
  const find = (type: string) => parts.find((part) => part.headers['content-type']?.startsWith(type))
  return {
    to: headers.to ?? '',
    subject: decodeWords(headers.subject ?? ''),
    text: decodeBody(find('text/plain')),
    html: decodeBody(find('text/html')),
  }
}

interface Part {
  headers: Record<string, string>
  body: string
}

function split(source: string): Part {
  const text = source.replace(/^\r\n/, '')
  const end = text.indexOf('\r\n\r\n')
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  return { headers, body: text.slice(end + 4) }
}

function decodeBody(part: Part | undefined): string {
  if (!part) return ''
  const encoding = part.headers['content-transfer-encoding']
  const bytes =
    encoding === 'base64'
      ? Buffer.from(part.body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(part.body)
        : Buffer.from(part.body, 'latin1')
  return bytes.toString('utf8').replace(/\r\n/g, '\n').trim()
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' '))).toString(
        'utf8',
      ),
    )
}
