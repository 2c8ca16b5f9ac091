import type { Kysely } from 'kysely'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import type { Log } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'
import { codesOf } from './deliver.server.ts'
import type { Language, Sender } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail, Mailer } from './mailer.server.ts'

interface SortingRoom {
  db: Kysely<Database>
  mailer: Mailer
  log: Log
  config: Sender
  /** For readers who chose no language. */
  locale: Language
  /** Asked before each letter: a server that stops waits for one, not for thousands. */
  isStopping: () => boolean
}

/** One letter to each of what may be thousands, one after the other, so that no mail server is asked for all at once; how many went. */
export async function writeInTurn(
  { db, mailer, log, config, locale, isStopping }: SortingRoom,
  accountIds: readonly string[],
  compose: (reader: Reader, sender: Sender) => Mail,
): Promise<number> {
  let sent = 0
  for (const accountId of accountIds) {
    if (isStopping()) return sent
    const recipient = await findRecipient(db, accountId)
    if (!recipient) continue
    try {
      await mailer.send(compose({ ...recipient, language: recipient.language ?? locale }, config))
      sent += 1
    } catch (error) {
      log.error(codesOf(error), 'a letter could not be sent')
    }
  }
  return sent
}
