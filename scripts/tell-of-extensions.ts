import type { Kysely } from 'kysely'
import type { Config } from '#app/config.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { latestClose } from '#app/contests/extension.ts'
import { baseLocale } from '#app/i18n/paraglide/runtime.js'
import type { Log } from '#app/log.server.ts'
import { type ExtensionTold, extendedLetter } from '#app/notifications/extension-letter.ts'
import type { Language } from '#app/notifications/letter.ts'
import type { Mailer } from '#app/notifications/mailer.server.ts'
import { writeInTurn } from '#app/notifications/write-in-turn.server.ts'
import { momentText } from '#app/ui/moment-text.ts'
import { findExtensionReaders } from '#app/voting/extension-readers.server.ts'
import { findLastPublishedHead } from '#app/voting/published-heads.server.ts'
import type { Database } from '#db/schema.ts'

export interface ExtensionTeller {
  /** Returns at once. */
  tell: (contestId: string) => void
  /** After the letter that is under way; who has none yet then reads it on the pages. */
  stop: () => Promise<void>
}

interface TellerDetails {
  db: Kysely<Database>
  mailer: Mailer
  log: Log
  config: Pick<Config, 'brandName' | 'publicOrigin'>
}

/** Writes to whom it concerns that a vote goes on; one contest after the other. */
export function tellOfExtensions({ db, mailer, log, config }: TellerDetails): ExtensionTeller {
  let stopped = false
  let telling: Promise<void> = Promise.resolve()
  const room = { db, mailer, log, config, locale: baseLocale satisfies Language, isStopping: () => stopped } as const

  async function write(contestId: string): Promise<void> {
    const told = await findWhatToTell(db, contestId)
    if (!told) return
    const { makerIds, voterIds } = await findExtensionReaders(db, contestId)
    const makers = await writeInTurn(room, makerIds, (to, sender) => extendedLetter(to, 'maker', told, sender))
    const voters = await writeInTurn(room, voterIds, (to, sender) => extendedLetter(to, 'voter', told, sender))
    log.info({ contestId, makers, voters }, 'told that voting goes on')
  }

  return {
    tell(contestId) {
      telling = telling
        .then(() => write(contestId))
        .catch((error: unknown) => log.error({ err: error, contestId }, 'telling of an extension failed'))
    },
    async stop() {
      stopped = true
      await telling
    },
  }
}

async function findWhatToTell(db: Kysely<Database>, contestId: string): Promise<ExtensionTold | null> {
  const facts = await findContestFacts(db, { id: contestId })
  if (!facts) return null
  const { title, slug, zone, minimumScores } = facts.contest
  const [closeAt, latestAt] = [facts.schedule.votingClosesAt, latestClose(facts)]
  const inWords = (at: string, language: Language) => momentText(at, zone, language, 'minute')
  return {
    ...{ contest: title, slug, least: minimumScores, head: await findLastPublishedHead(db, contestId) },
    closeIn: (language) => ({ close: inWords(closeAt, language), latest: inWords(latestAt, language) }),
  }
}
