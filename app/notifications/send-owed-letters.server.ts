import type { Kysely } from 'kysely'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import type { Log } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'
import { composeOwed } from './compose-owed.server.ts'
import { codesOf } from './deliver.server.ts'
import type { Language, Sender } from './letter.ts'
import type { Mailer } from './mailer.server.ts'
import type { Compose } from './owed-contents.ts'
import { listDueLetters, type OwedLetter } from './owed-letters.server.ts'
import { type Handover, settleLetter } from './settle-letter.server.ts'

const READ_AT_ONCE = 100

interface SortingRoom {
  db: Kysely<Database>
  mailer: Mailer
  log: Log
  clock: () => Date
  config: Sender
  /** For readers who chose no language. */
  locale: Language
  /** Asked before each letter: a server that stops waits for one, not for thousands. */
  isStopping: () => boolean
}

/**
 * Hands over what is owed, one letter after the other, so that no mail server is asked for thousands at once; how many went. Each is noted
 * once it was taken, so that whatever ends the process, the rest is still owed; only one taken in that very instant can go twice.
 */
export async function sendOwedLetters(room: SortingRoom): Promise<number> {
  let sent = 0
  for (;;) {
    const letters = await listDueLetters(room.db, READ_AT_ONCE, room.clock())
    if (letters.length === 0) return sent
    const known = new Map<string, Compose | null>()
    for (const letter of letters) {
      if (room.isStopping()) return sent
      const compose = await lookUp(room, letter, known)
      const handover = compose ? await handOver(room, letter, compose) : 'moot'
      if (handover === 'sent') sent += 1
      const { tryAt } = await settleLetter(room.db, { letter, handover }, room.clock())
      if (tryAt === null && (handover === 'in-vain' || handover === 'refused'))
        room.log.error({ contestId: letter.contestId, kind: letter.kind }, 'a letter was given up')
    }
  }
}

/** What a letter to all of a contest says is looked up once for all who are written to together. */
async function lookUp(room: SortingRoom, letter: OwedLetter, known: Map<string, Compose | null>) {
  if (letter.subjectId !== '') return composeOwed(room.db, letter, room.clock())
  const about = `${letter.kind} ${letter.contestId}`
  const compose = known.get(about) ?? (await composeOwed(room.db, letter, room.clock()))
  known.set(about, compose)
  return compose
}

async function handOver(room: SortingRoom, letter: OwedLetter, compose: Compose): Promise<Handover> {
  const recipient = await findRecipient(room.db, letter.accountId)
  if (!recipient) return 'moot'
  const mail = compose({ ...recipient, language: recipient.language ?? room.locale }, room.config)
  try {
    await room.mailer.send(mail)
    return 'sent'
  } catch (error) {
    const codes = codesOf(error)
    room.log.error(codes, 'a letter could not be sent')
    return Number(codes.responseCode ?? 0) >= 500 ? 'refused' : 'in-vain'
  }
}
