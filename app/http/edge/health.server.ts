import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { sql } from 'kysely'
import { codeOf } from '#app/log.server.ts'
import type { RequestContext } from '../context.ts'

/** For load balancers and people: says which part is broken, and nothing else about the machine. */
export async function answerHealth(
  { db, config, notReady }: Pick<RequestContext, 'db' | 'config' | 'notReady'>,
  stopping: boolean,
): Promise<Response> {
  const works = (part: string, attempt: Promise<unknown>) =>
    attempt.then(
      () => true,
      (error: unknown) => {
        notReady(`${part}/${codeOf(error)}`)
        return false
      },
    )
  const [database, uploads] = await Promise.all([
    works('database', sql`select 1`.execute(db)),
    // Where pictures are kept by a service, it is not for us to be ill with it: pages go on, and its own site says how it is.
    config.pictureStore === 'disk'
      ? works('uploads', access(config.uploadsDir, constants.R_OK | constants.W_OK))
      : true,
  ])
  const healthy = database && uploads && !stopping
  const report = { healthy, database, uploads, stopping }
  return Response.json(report, { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
