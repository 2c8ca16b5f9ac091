import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { LatestFile } from './production-file.ts'

/** What the gate of the files asks; also within a transaction. */
export async function findLatestFile(db: Kysely<Database>, runId: string): Promise<LatestFile | null> {
  const row = await db
    .selectFrom('productionFile')
    .leftJoin('fileRuling', 'fileRuling.fileId', 'productionFile.id')
    .select(['productionFile.handedInAt', 'fileRuling.ruling'])
    .where('productionFile.runId', '=', runId)
    .orderBy('productionFile.version', 'desc')
    .orderBy('fileRuling.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The number of the newest version; 0 while there is none. */
export async function findNewestVersion(db: Kysely<Database>, runId: string): Promise<number> {
  const row = await db
    .selectFrom('productionFile')
    .select((eb) => eb.fn.max('version').as('newest'))
    .where('runId', '=', runId)
    .executeTakeFirst()
  return row?.newest ?? 0
}
