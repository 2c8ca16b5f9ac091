import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Config } from '#app/config.server.ts'
import type { Database } from '#db/schema.ts'

/** For load balancers and people: says which part is broken, and nothing else about the machine. */
export async function answerHealth(db: Kysely<Database>, config: Config, stopping: boolean): Promise<Response> {
  const [database, uploads] = await Promise.all([
    works(sql`select 1`.execute(db)),
    // Where pictures are kept by a service, it is not for us to be ill with it: pages go on, and its own site says how it is.
    config.pictureStore === 'disk' ? works(access(config.uploadsDir, constants.R_OK | constants.W_OK)) : true,
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
