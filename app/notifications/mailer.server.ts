import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from '#app/config.server.ts'

const SMTP_TIMEOUT_MS = 10_000

export type Mail = { to: string; subject: string; text: string; html?: string }

export type Mailer = {
  /** Rejects when the mail could not be handed over; the caller decides whether that matters. */
  send(mail: Mail): Promise<void>
  /** Where mail goes, for the line the start prints: a folder, or the mail server without its password. */
  destination: string
}

/** Mail goes to SMTP_URL, or without one into a folder as .eml files that any mail program opens. */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'mailDir' | 'mailFrom'>): Mailer {
  return config.smtpUrl
    ? mailByServer(config.smtpUrl, config.mailFrom)
    : mailIntoFolder(config.mailDir, config.mailFrom)
}

function mailByServer(smtpUrl: string, from: Config['mailFrom']): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  })
  return {
    destination: new URL(smtpUrl).host,
    async send(mail) {
      await transport.sendMail({ from, ...mail })
    },
  }
}

function mailIntoFolder(mailDir: string, from: Config['mailFrom']): Mailer {
  const folder = resolve(mailDir)
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    destination: folder,
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...mail })
      await mkdir(folder, { recursive: true })
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`
      // Written aside and renamed, so that whoever watches the folder never reads half a mail.
      await writeFile(join(folder, `.${name}`), message)
      await rename(join(folder, `.${name}`), join(folder, name))
    },
  }
}
