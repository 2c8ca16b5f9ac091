import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Remembers the language somebody switched the pages to, for their letters and their next browser. */
export async function chooseLanguage(
  db: Kysely<Database>,
  { accountId, language }: { accountId: string; language: 'en' | 'it' },
): Promise<void> {
  await db.updateTable('account').set({ language }).where('id', '=', accountId).where('deletedAt', 'is', null).execute()
}
