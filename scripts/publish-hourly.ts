import type { Kysely } from 'kysely'
import type { Log } from '#app/log.server.ts'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { untilNextHourMs } from '#app/voting/published-head.ts'
import type { Database } from '#db/schema.ts'

/** Looked at again at least this often: a clock may be set, a machine may sleep. */
const AT_LEAST_EVERY_MS = 60_000

export interface PublishingWatch {
  stop: () => Promise<void>
}

/** Publishes the heads of the running votes at each full hour, and at the start what was missed while nobody was running. */
export function publishHourly(db: Kysely<Database>, log: Log, clock: () => Date): PublishingWatch {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let publishing: Promise<void> = publish()

  async function publish(): Promise<void> {
    try {
      for (const contestId of await publishDueHeads(db, clock())) log.info({ contestId }, 'head of the vote published')
    } catch (error) {
      log.error({ err: error }, 'publishing the heads failed')
    }
    if (stopped) return
    timer = setTimeout(
      () => {
        publishing = publish()
      },
      Math.min(AT_LEAST_EVERY_MS, untilNextHourMs(clock())),
    )
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await publishing
    },
  }
}
