import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readConfig, settleMode } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { ScratchDesigner } from '../../hostile/scratch-contest.ts'

/**
 * The production server of the upload bench, in a process of its own, with designers who have each begun an entry. It is asked over
 * the channel to its parent how long its event loop was held: there is no address for that in a server that people use.
 */
export type Said = { origin: string; designers: ScratchDesigner[] } | { heldMs: number }

/** Of the histogram; a loop that is never held reads as this. */
const RESOLUTION_MS = 1

async function main(folder: string, port: string, designersWanted: number): Promise<void> {
  settleMode('production')
  const config = readConfig({
    ...{ NODE_ENV: 'production', PORT: port, PUBLIC_ORIGIN: `http://localhost:${port}`, LOG_LEVEL: 'error' },
    ...{
      DATABASE_FILE: join(folder, 'placet.sqlite'),
      UPLOADS_DIR: join(folder, 'uploads'),
      MAIL_DIR: join(folder, 'mail'),
    },
  })
  const db = openDatabase(config.databaseFile)
  await migrateToLatest(db)
  const { addDesigner, openContest } = await import('../../hostile/scratch-contest.ts')
  const contestId = await openContest(db, config)
  const designers: ScratchDesigner[] = []
  for (let number = 0; number < designersWanted; number++) designers.push(await addDesigner(db, config, contestId))
  const { serve } = await import('../../serve.ts')
  const running = await serve({ config, db, log: createLog(config) })
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const say = (said: Said) => process.send?.(said)
  process.on('message', (asked) => {
    if (asked === 'begin') delay.reset()
    if (asked === 'held') say({ heldMs: delay.max / 1e6 - RESOLUTION_MS })
  })
  process.once('disconnect', () => void running.stop().then(() => process.exit()))
  say({ origin: config.publicOrigin, designers })
}

const [folder = '', port = '', designers = ''] = process.argv.slice(2)
await main(folder, port, Number(designers))
