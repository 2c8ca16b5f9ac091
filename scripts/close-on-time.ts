import type { Kysely } from 'kysely'
import type { Log } from '#app/log.server.ts'
import { closeDueVotings, findNextClose } from '#app/voting/close-due-votings.server.ts'
import { countVotes } from '#app/voting/count-votes.server.ts'
import { listUncountedVotes } from '#app/voting/uncounted-votes.server.ts'
import type { Database } from '#db/schema.ts'

/** Looked at again at least this often: an act may bring a close forward, and nobody should wait for the count. */
const AT_LEAST_EVERY_MS = 1000

export interface ClosingWatch {
  stop: () => Promise<void>
}

/**
 * Counts each vote at the instant it closes, and at the start those that closed while nobody was running. A close that fails is
 * logged and tried again; jury pages count by themselves what they find uncounted.
 */
export function closeOnTime(db: Kysely<Database>, log: Log, clock: () => Date): ClosingWatch {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let sweeping: Promise<void> = sweep()

  async function sweep(): Promise<void> {
    let waitMs = AT_LEAST_EVERY_MS
    try {
      for (const contestId of await closeDueVotings(db, clock())) log.info({ contestId }, 'voting closed')
      for (const { contestId, from } of await listUncountedVotes(db)) {
        if (from > clock().toISOString()) continue
        const { ok } = await countVotes(db, { contestId }, clock())
        if (ok) log.info({ contestId }, 'votes counted')
      }
      const next = await findNextClose(db, clock())
      // A timer may fire a millisecond early; then the next one is a millisecond away.
      if (next) waitMs = Math.max(1, Math.min(waitMs, next.getTime() - clock().getTime()))
    } catch (error) {
      log.error({ err: error }, 'closing a vote failed')
    }
    if (stopped) return
    timer = setTimeout(() => {
      sweeping = sweep()
    }, waitMs)
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await sweeping
    },
  }
}
