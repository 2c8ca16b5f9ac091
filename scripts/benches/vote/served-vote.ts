import { join } from 'node:path'
import { readConfig, settleMode } from '#app/config.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { createLog } from '#app/log.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { aVote, people } from '../../../tests/voting/a-vote.ts'
import { tellTimeSpent } from './time-spent.ts'

/** The production server of the vote bench, in a process of its own, with a contest in voting and voters who each hold their first entry. */
export interface Voter {
  id: string
  cookie: string
  entryId: string
}

export interface Served {
  origin: string
  slug: string
  voters: Voter[]
}

async function main(folder: string, port: string, wanted: { entries: number; voters: number }): Promise<void> {
  settleMode('production')
  const config = readConfig({
    ...{ NODE_ENV: 'production', PORT: port, PUBLIC_ORIGIN: `http://localhost:${port}`, LOG_LEVEL: 'error' },
    // As behind a proxy, so that voters come from addresses of their own: one alone is limited.
    TRUSTED_PROXY_HOPS: '1',
    ...{
      DATABASE_FILE: join(folder, 'placet.sqlite'),
      UPLOADS_DIR: join(folder, 'uploads'),
      MAIL_DIR: join(folder, 'mail'),
    },
  })
  const db = openDatabase(config.databaseFile)
  await migrateToLatest(db)
  const { openSession } = await import('#app/accounts/open-session.server.ts')
  const { handNextEntry } = await import('#app/voting/hand-next-entry.server.ts')
  const now = new Date()
  const { contestId, slug } = await aVote(db, { entries: wanted.entries, votingOpens: now })
  // The fixture's pictures have rows and no files, and the server would look for them.
  await db.deleteFrom('artwork').execute()
  await db.deleteFrom('picture').execute()
  const voters: Voter[] = []
  for (const id of await people(db, wanted.voters)) {
    const token = await openSession(db, { accountId: id, device: '' }, now)
    const handed = await handNextEntry(db, { contestId, voterId: id }, new Date())
    if (!handed.ok || !handed.value.entryId) throw new Error('The queue hands nothing.')
    voters.push({
      id,
      cookie: (await writeSessionToken(token, config)).split(';')[0] ?? '',
      entryId: handed.value.entryId,
    })
  }
  const { serve } = await import('../../serve.ts')
  const running = await serve({ config, db, log: createLog(config) })
  tellTimeSpent()
  process.once('disconnect', () => void running.stop().then(() => process.exit()))
  process.send?.({ origin: config.publicOrigin, slug, voters } satisfies Served)
}

const [folder = '', port = '', entries = '', voters = ''] = process.argv.slice(2)
await main(folder, port, { entries: Number(entries), voters: Number(voters) })
