import type { Kysely } from 'kysely'
import { writing } from './database.server.ts'
import type { Database } from './schema.ts'

/** More than a new account takes, with its link, its indexes and what the log writes of each. */
const TRIED_BYTES = 64 * 1024

/**
 * Throws what a full disk or a held file throws, and leaves nothing behind. For whoever has to answer before they write, so that the
 * time of the answer tells nothing: what comes after it can then fail only by what came up meanwhile.
 */
export function tryWriting(db: Kysely<Database>): Promise<void> {
  return writing(db, async (trx) => {
    await trx
      .insertInto('trialWrite')
      .values({ filling: ' '.repeat(TRIED_BYTES) })
      .execute()
    await trx.deleteFrom('trialWrite').execute()
  })
}
