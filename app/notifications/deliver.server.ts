import type { Log } from '#app/log.server.ts'
import type { Mail, Mailer } from './mailer.server.ts'

/**
 * Hands a letter over without waiting for it: an answer that takes as long as a mail server would tell that there was somebody to
 * write to. A letter that cannot be sent is logged without its reader; every letter can be asked for again.
 */
export function deliver({ mailer, log, afterAnswer }: PostOffice, mail: Mail): void {
  afterAnswer(() =>
    mailer.send(mail).catch((error: unknown) => log.error(codesOf(error), 'a letter could not be sent')),
  )
}

/** Mail servers name the reader in what they say, so only the codes are kept: nodemailer's and the server's. */
export function codesOf(error: unknown): { code?: string; responseCode?: string } {
  if (!(error instanceof Error)) return {}
  return {
    ...('code' in error && { code: String(error.code) }),
    ...('responseCode' in error && { responseCode: String(error.responseCode) }),
  }
}

export interface PostOffice {
  mailer: Mailer
  log: Log
  /** Begins when the answer that causes the letter has gone. */
  afterAnswer: (work: () => Promise<unknown>) => void
}
