import type { Kysely } from 'kysely'
import type { Log } from '#app/log.server.ts'
import { closeDueVotings, extendDueVotings, findNextClose } from '#app/voting/close-due-votings.server.ts'
import { listVotesToCount } from '#app/voting/uncounted-votes.server.ts'
import type { VoteCounter } from '#app/voting/vote-counter.server.ts'
import type { Database } from '#db/schema.ts'

/** Looked at again at least this often: an act may bring a close forward, and nobody should wait for the count. */
const AT_LEAST_EVERY_MS = 1000

/** A count that failed is tried again, but not at every look. */
const TRY_AGAIN_AFTER_MS = 10_000

export interface ClosingWatch {
  stop: () => Promise<void>
}

interface ClosingDetails {
  db: Kysely<Database>
  log: Log
  clock: () => Date
  counter: VoteCounter
}

/**
 * Extends each vote that lacks scores, and freezes every other, at the instant it closes, and at the start those that closed while nobody was running; has each frozen vote counted
 * as soon as it may be, one after the other and beside the requests, and at the start those whose count was cut short. What fails is
 * logged and tried again.
 */
export function closeOnTime({ db, log, clock, counter }: ClosingDetails): ClosingWatch {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let counting: Promise<void> | null = null
  const failedAt = new Map<string, number>()
  let sweeping: Promise<void> = sweep()

  async function sweep(): Promise<void> {
    let waitMs = AT_LEAST_EVERY_MS
    try {
      for (const extension of await extendDueVotings(db, clock())) log.info(extension, 'voting extended')
      for (const contestId of await closeDueVotings(db, clock())) log.info({ contestId }, 'voting closed')
      counting ??= countAll().finally(() => {
        counting = null
      })
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

  async function countAll(): Promise<void> {
    try {
      for (const contestId of await listVotesToCount(db, clock())) {
        if (stopped) return
        const sinceMs = performance.now() - (failedAt.get(contestId) ?? Number.NEGATIVE_INFINITY)
        if (sinceMs >= TRY_AGAIN_AFTER_MS) await countOne(contestId)
      }
    } catch (error) {
      log.error({ err: error }, 'looking for votes to count failed')
    }
  }

  async function countOne(contestId: string): Promise<void> {
    try {
      await counter.count(contestId, clock())
      log.info({ contestId }, 'votes counted')
    } catch (error) {
      // What stopping cut short is counted at the next start.
      if (stopped) return
      failedAt.set(contestId, performance.now())
      log.error({ err: error, contestId }, 'counting a vote failed')
    }
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await sweeping
      await counter.stop()
      await counting
    },
  }
}
