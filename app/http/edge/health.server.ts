import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

/** For load balancers and people: says which part is broken, and nothing else about the machine. */
export async function answerHealth(db: Kysely<Database>, uploadsDir: string, stopping: boolean): Promise<Response> {
  const [database, uploads] = await Promise.all([
    works(sql`select 1`.execute(db)),
    works(access(uploadsDir, constants.R_OK | constants.W_OK)),
  ])
  const healthy = database && uploads && !stopping
  const report = { healthy, database, uploads, stopping }
  return Response.json(report, { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}

function works(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  )
}
