import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Takes every picture off these entries, inside the verb's transaction. Returns their ids, for the caller to discard the files. */
export async function takeOffPictures(trx: Transaction<Database>, entryIds: readonly string[]): Promise<string[]> {
  if (entryIds.length === 0) return []
  const off = await trx.deleteFrom('artwork').where('entryId', 'in', entryIds).returning('pictureId').execute()
  return off.map(({ pictureId }) => pictureId)
}
