import type { Kysely } from 'kysely'
import type { Config } from '#app/config.server.ts'
import { baseLocale } from '#app/i18n/paraglide/runtime.js'
import type { Log } from '#app/log.server.ts'
import type { Language } from '#app/notifications/letter.ts'
import type { Mailer } from '#app/notifications/mailer.server.ts'
import { sendOwedLetters } from '#app/notifications/send-owed-letters.server.ts'
import type { Database } from '#db/schema.ts'

/** One look at an index where nothing is owed. */
const LOOK_EVERY_MS = 1000

export interface LettersWatch {
  /** After the letter that is under way; the rest goes at the next start. */
  stop: () => Promise<void>
}

interface WatchDetails {
  db: Kysely<Database>
  mailer: Mailer
  log: Log
  clock: () => Date
  config: Pick<Config, 'brandName' | 'publicOrigin'>
}

/** Writes the letters about contests as soon as they are owed, and at the start those that a stop or a crash left over. */
export function sendLetters({ db, mailer, log, clock, config }: WatchDetails): LettersWatch {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const room = {
    db,
    mailer,
    log,
    clock,
    config,
    locale: baseLocale satisfies Language,
    isStopping: () => stopped,
  } as const
  let sending: Promise<void> = send()

  async function send(): Promise<void> {
    try {
      const sent = await sendOwedLetters(room)
      if (sent > 0) log.info({ sent }, 'owed letters sent')
    } catch (error) {
      log.error({ err: error }, 'sending owed letters failed')
    }
    if (stopped) return
    timer = setTimeout(() => {
      sending = send()
    }, LOOK_EVERY_MS)
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await sending
    },
  }
}
