import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { OwedLetter } from './owed-letters.server.ts'

/** Waits after each hand-over in vain; after the last the letter is given up. A mail server's bad night is between them. */
const WAITS_MINUTES = [1, 5, 30, 120, 600]

/** How a hand-over ended: sent, to nobody any more, refused for good (a mail server's 5xx; RFC 5321, 4.2.1), or in vain this time. */
export type Handover = 'sent' | 'moot' | 'refused' | 'in-vain'

/** Notes how a letter's hand-over ended, and when it is tried again; null when it is not. */
export async function settleLetter(
  db: Kysely<Database>,
  { letter, handover }: { letter: OwedLetter; handover: Handover },
  now: Date,
): Promise<{ tryAt: string | null }> {
  const wait = handover === 'in-vain' ? WAITS_MINUTES[letter.tries] : undefined
  const tryAt = wait === undefined ? null : new Date(now.getTime() + wait * 60_000).toISOString()
  const failed = handover === 'in-vain' || handover === 'refused'
  await db
    .updateTable('owedLetter')
    .set({ tryAt, sentAt: handover === 'sent' ? now.toISOString() : null, tries: letter.tries + (failed ? 1 : 0) })
    .where('contestId', '=', letter.contestId)
    .where('kind', '=', letter.kind)
    .where('accountId', '=', letter.accountId)
    .where('subjectId', '=', letter.subjectId)
    .where('owedAt', '=', letter.owedAt)
    .execute()
  return { tryAt }
}
