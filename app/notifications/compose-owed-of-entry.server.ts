import type { Kysely } from 'kysely'
import { findEntryFacts } from '#app/entries/entries.server.ts'
import type { Database } from '#db/schema.ts'
import { invitedLetter, takenDownLetter } from './contest-letters.ts'
import type { Compose, Owed } from './owed-contents.ts'

/** Its subject is the entry, as in the letter below. */
export async function composeTakenDown(db: Kysely<Database>, { letter, head }: Owed): Promise<Compose | null> {
  const found = await findEntryFacts(db, letter.subjectId)
  if (found?.takedownReason == null) return null
  const { entry, takedownReason: reason } = found
  return (to, sender) => takenDownLetter(to, { title: entry.title, reason, entryId: entry.id, head }, sender)
}

/** Who was taken off the entry again, or has answered, is asked no more. */
export async function composeInvited(db: Kysely<Database>, { letter, facts }: Owed): Promise<Compose | null> {
  const invitation = await db
    .selectFrom('collaborator')
    .select(['invitedAt', 'acceptedAt', 'declinedAt'])
    .where('entryId', '=', letter.subjectId)
    .where('accountId', '=', letter.accountId)
    .executeTakeFirst()
  if (!invitation || invitation.acceptedAt || invitation.declinedAt) return null
  if (invitation.invitedAt !== letter.owedAt) return null
  return (to, sender) => invitedLetter(to, facts.contest.title, sender)
}
