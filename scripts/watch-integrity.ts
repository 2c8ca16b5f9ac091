import type { Kysely } from 'kysely'
import type { Log } from '#app/log.server.ts'
import { startBallotJudge } from '#app/voting/desk/ballot-judge.server.ts'
import { findDueLooks } from '#app/voting/desk/due-looks.server.ts'
import { noteLook } from '#app/voting/desk/note-look.server.ts'
import { sweepTraces } from '#app/voting/sweep-traces.server.ts'
import type { Database } from '#db/schema.ts'

/** The count waits for the look at the frozen ballots, so it must not be long in coming. */
const ASK_EVERY_MS = 1000
const SWEEP_EVERY_MS = 60 * 60 * 1000

export interface IntegrityWatch {
  stop: () => Promise<void>
}

interface IntegrityDetails {
  db: Kysely<Database>
  log: Log
  clock: () => Date
}

/** Runs the signals over every vote that goes on, on a thread of their own, and destroys traces whose time has come. */
export function watchIntegrity({ db, log, clock }: IntegrityDetails, askEveryMs = ASK_EVERY_MS): IntegrityWatch {
  const judge = startBallotJudge(db)
  let stopped = false
  let sweptAt = 0
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = look()

  async function look(): Promise<void> {
    try {
      for (const contestId of await findDueLooks(db, clock())) {
        if (stopped) return
        const noted = await noteLook(db, { contestId, look: await judge.look(contestId) }, clock())
        if (noted.ok && noted.value.quarantined + noted.value.released > 0)
          log.info({ contestId, ...noted.value }, 'ballots set aside')
      }
      await sweep()
    } catch (error) {
      // What stopping cut short is looked at at the next start.
      if (!stopped) log.error({ err: error }, 'looking at the ballots failed')
    }
    if (stopped) return
    timer = setTimeout(() => {
      working = look()
    }, askEveryMs)
  }

  async function sweep(): Promise<void> {
    const now = clock()
    if (now.getTime() < sweptAt + SWEEP_EVERY_MS) return
    for (const contestId of await sweepTraces(db, now)) log.info({ contestId }, 'traces destroyed')
    sweptAt = now.getTime()
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await judge.stop()
      await working
    },
  }
}
