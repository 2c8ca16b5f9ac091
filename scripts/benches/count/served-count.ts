import { join } from 'node:path'
import { readConfig, settleMode } from '#app/config.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { createLog } from '#app/log.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { fillVote } from './filled-vote.ts'

/** The production server of the count bench, in a process of its own, with a little and a large vote of equally many designs. */
export interface ServedCount {
  databaseFile: string
  small: ServedVote
  large: ServedVote
}

export interface ServedVote {
  contestId: string
  slug: string
  /** Of one who votes in it. */
  cookie: string
}

/** What the bench tells the server: to let both votes close now. It answers 'counted' for each. */
export const CLOSE = 'close'

async function main(
  folder: string,
  port: string,
  wanted: { entries: number; scores: number; few: number },
): Promise<void> {
  settleMode('production')
  const databaseFile = join(folder, 'placet.sqlite')
  const config = readConfig({
    ...{ NODE_ENV: 'production', PORT: port, PUBLIC_ORIGIN: `http://localhost:${port}`, LOG_LEVEL: 'info' },
    TRUSTED_PROXY_HOPS: '1',
    ...{ DATABASE_FILE: databaseFile, UPLOADS_DIR: join(folder, 'uploads'), MAIL_DIR: join(folder, 'mail') },
  })
  const { openSession } = await import('#app/accounts/open-session.server.ts')
  const filling = openDatabase(databaseFile, { waitForDisk: 'never' })
  await migrateToLatest(filling)
  const now = new Date()
  const fill = async (scores: number): Promise<ServedVote> => {
    const votingOpens = new Date(now.getTime() - 3_600_000)
    const { contestId, slug, voterId } = await fillVote(filling, {
      entries: wanted.entries,
      scores,
      votingOpens,
    })
    const token = await openSession(filling, { accountId: voterId, device: '' }, now)
    return { contestId, slug, cookie: (await writeSessionToken(token, config)).split(';')[0] ?? '' }
  }
  const small = await fill(wanted.few)
  const large = await fill(wanted.scores)
  await filling.destroy()
  const db = openDatabase(databaseFile)
  const log = createLog(config, {
    write: (line: string) => {
      const { msg, contestId, level } = JSON.parse(line)
      if (msg === 'votes counted' || level === 'error') process.send?.({ msg, contestId, at: performance.now() })
    },
  })
  const { serve } = await import('../../serve.ts')
  const running = await serve({ config, db, log })
  process.on('message', () => {
    const votingClosesAt = new Date().toISOString()
    void db.updateTable('contest').set({ votingClosesAt }).execute()
  })
  process.once('disconnect', () => void running.stop().then(() => process.exit()))
  process.send?.({ databaseFile, small, large } satisfies ServedCount)
}

const [folder = '', port = '', entries = '', scores = '', few = ''] = process.argv.slice(2)
await main(folder, port, { entries: Number(entries), scores: Number(scores), few: Number(few) })
