import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { firstFree, handleFrom } from './handle.ts'

/** A handle for this name that nobody has, inside the verb's transaction. */
export async function freeHandle(trx: Transaction<Database>, name: string): Promise<string> {
  const handle = handleFrom(name)
  const rows = await trx
    .selectFrom('account')
    .select('handle')
    .where((or) => or.or([or('handle', '=', handle), or('handle', 'like', `${handle}-%`)]))
    .execute()
  return firstFree(handle, new Set(rows.map((row) => row.handle)))
}
