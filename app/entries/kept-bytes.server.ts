import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { KEPT_GIGABYTES_PER_CONTEST_MOST, KEPT_GIGABYTES_PER_PERSON_MOST } from './entry.ts'

const GIGABYTE = 1024 ** 3

/** Whether a person has sent so much that was kept that no more is taken. The rows of one person are few, and found by an index. */
export async function hasSentAll(db: Kysely<Database>, personId: string): Promise<boolean> {
  const { bytes } = await db
    .selectFrom('picture')
    .select(({ fn }) => fn.sum<number | null>('bytes').as('bytes'))
    .where('uploadedBy', '=', personId)
    .executeTakeFirstOrThrow()
  return (bytes ?? 0) >= KEPT_GIGABYTES_PER_PERSON_MOST * GIGABYTE
}

/** The same of a contest, whose rows may be many: triggers keep the sum. What is taken off an entry makes room. */
export async function holdsAll(db: Kysely<Database>, contestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('contestOriginals')
    .select('bytes')
    .where('contestId', '=', contestId)
    .executeTakeFirst()
  return (row?.bytes ?? 0) >= KEPT_GIGABYTES_PER_CONTEST_MOST * GIGABYTE
}
