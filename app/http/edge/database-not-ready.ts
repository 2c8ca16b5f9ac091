import { data, type ServerBuild } from '@remix-run/node'
import { codeOf } from '#app/log.server.ts'

/** When to come back, in seconds: full disks and locked files pass, and what was not answered well was not written. */
export const NOT_READY_SECONDS = 5

/** No room, a file that somebody else holds, a disk that does not answer: SQLite's codes (sqlite.org/rescode.html) and the system's. */
const PASSES = /^(SQLITE_(FULL|BUSY|LOCKED|IOERR)|ENOSPC|EDQUOT|EIO)/

type Module = ServerBuild['routes'][string]['module']
type Verb = NonNullable<Module['loader']>

/** The same app, which answers 503 where the database cannot keep anything just now: nothing of it broke, and it mends by itself. */
export function answerNotReady(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) =>
    route ? [[id, { ...route, module: watched(route.module) }] as const] : [],
  )
  return { ...build, routes: Object.fromEntries(routes) }
}

function watched({ ...module }: Module): Module {
  if (module.loader) module.loader = watch(module.loader)
  if (module.action) module.action = watch(module.action)
  return module
}

function watch(verb: Verb): Verb {
  return async (asked) => {
    try {
      return await verb(asked)
    } catch (error) {
      const cause = codeOf(error)
      if (!PASSES.test(cause)) throw error
      const { log, requestId, notReady } = asked.context
      log.error({ err: error, id: requestId }, 'the database was not ready')
      notReady(cause)
      throw data(null, { status: 503 })
    }
  }
}
