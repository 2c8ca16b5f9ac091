import type { Kysely } from 'kysely'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import type { Database } from '#db/schema.ts'
import { deliver, type PostOffice } from './deliver.server.ts'
import type { Language, Sender } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail } from './mailer.server.ts'

interface WritingRoom extends PostOffice {
  db: Kysely<Database>
  config: Sender
  /** For readers who chose no language. */
  locale: Language
}

/** One letter to each of these people, in their own language; whoever left gets none. */
export async function writeTo(
  room: WritingRoom,
  accountIds: Iterable<string>,
  compose: (reader: Reader, sender: Sender) => Mail,
): Promise<void> {
  for (const accountId of new Set(accountIds)) {
    const recipient = await findRecipient(room.db, accountId)
    if (!recipient) continue
    deliver(room, compose({ ...recipient, language: recipient.language ?? room.locale }, room.config))
  }
}
