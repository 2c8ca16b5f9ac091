import type { Transaction } from 'kysely'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { freeHandle } from './free-handle.server.ts'

export interface Registration {
  name: string
  email: string
  /** From `hashPassword`, computed before the transaction. */
  passwordHash: string
  /** null leaves the language to the browser. */
  language: 'en' | 'it' | null
}

/**
 * Writes a new account, inside the verb's transaction; null when the address is somebody's. An account whose address was never
 * confirmed gives way: who joined with another's address must not be waiting there, with a password of their own, when
 * the owner joins.
 */
export async function placeAccount(
  trx: Transaction<Database>,
  { name, email, passwordHash, language }: Registration,
  now: Date,
): Promise<string | null> {
  const holder = await trx
    .selectFrom('account')
    .select(['id', 'emailConfirmedAt'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (holder?.emailConfirmedAt) return null

  const handle = await freeHandle(trx, name)
  const fields = { handle, name, passwordHash, language, createdAt: now.toISOString() }
  if (holder) {
    await trx.updateTable('account').set(fields).where('id', '=', holder.id).execute()
    await trx.deleteFrom('session').where('accountId', '=', holder.id).execute()
    return holder.id
  }
  const id = newId()
  await trx
    .insertInto('account')
    .values({ ...fields, id, email, emailConfirmedAt: null, bio: '', deletedAt: null })
    .execute()
  return id
}

/**
 * Keeps the row, so that closed standings and signed records keep their person, and empties everything that names them (the schema
 * checks it). Sessions, links, roles and the letters that they were written go.
 */
export async function emptyAccount(trx: Transaction<Database>, id: string, now: Date): Promise<void> {
  await trx
    .updateTable('account')
    .set({
      handle: `former-${newId()}`,
      name: null,
      email: null,
      emailConfirmedAt: null,
      passwordHash: null,
      bio: '',
      language: null,
      deletedAt: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('session').where('accountId', '=', id).execute()
  await trx.deleteFrom('oneTimeLink').where('accountId', '=', id).execute()
  await trx.deleteFrom('roleGrant').where('accountId', '=', id).execute()
  await trx.deleteFrom('owedLetter').where('accountId', '=', id).execute()
}
