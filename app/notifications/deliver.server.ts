import type { Log } from '#app/log.server.ts'
import type { Mail, Mailer } from './mailer.server.ts'

/**
 * Hands a letter over without waiting for it: an answer that takes as long as a mail server would tell that there was somebody to
 * write to. A letter that cannot be sent is logged without its reader; every letter can be asked for again.
 */
export function deliver({ mailer, log }: { mailer: Mailer; log: Log }, mail: Mail): void {
  mailer.send(mail).catch((error: unknown) => log.error({ err: error }, 'a letter could not be sent'))
}
