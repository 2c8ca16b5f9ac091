import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export type Language = 'en' | 'it'

export interface Profile {
  name: string
  email: string
  bio: string
  language: Language | null
  handle: string
  createdAt: string
}

/** One's own account, for the account pages. */
export async function findProfile(db: Kysely<Database>, accountId: string): Promise<Profile | null> {
  const row = await db
    .selectFrom('account')
    .select(['name', 'email', 'bio', 'language', 'handle', 'createdAt'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!row || row.name === null || row.email === null) return null
  return { ...row, name: row.name, email: row.email, language: asLanguage(row.language) }
}

/** How to write to somebody; null for nobody and for a former member. */
export interface Recipient {
  name: string
  email: string
  language: Language | null
}

export async function findRecipient(db: Kysely<Database>, accountId: string): Promise<Recipient | null> {
  const profile = await findProfile(db, accountId)
  return profile && { name: profile.name, email: profile.email, language: profile.language }
}

/** Whether an address is somebody's, and whose; for verbs that write to its owner and for the shell, never for a page. */
export async function findRecipientByEmail(
  db: Kysely<Database>,
  email: string,
): Promise<(Recipient & { accountId: string }) | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'language'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!row || row.name === null) return null
  return { accountId: row.id, name: row.name, email, language: asLanguage(row.language) }
}

/** A designer's public page: nobody who left, nobody whose address is not confirmed. */
export interface Person {
  id: string
  handle: string
  name: string
  bio: string
  createdAt: string
}

export async function findPerson(db: Kysely<Database>, handle: string): Promise<Person | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'handle', 'name', 'bio', 'createdAt'])
    .where('handle', '=', handle)
    .where('deletedAt', 'is', null)
    .where('emailConfirmedAt', 'is not', null)
    .executeTakeFirst()
  if (!row || row.name === null) return null
  return { ...row, name: row.name }
}

function asLanguage(language: string | null): Language | null {
  return language === 'en' || language === 'it' ? language : null
}
