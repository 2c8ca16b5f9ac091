import { readConfig } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import { appOf } from '../../scripts/remix-app.ts'
import { serve, stopOnSignals } from '../../scripts/serve.ts'
import { freshDatabase } from '../fresh-database.ts'
import { smallApp } from '../http/small-app.tsx'

// A process of its own around the small app, for the test that sends it signals. /slow answers only once it is told to stop.
const config = readConfig()
const log = createLog(config)
const letGo = new Promise<void>((resolve) => process.once('SIGTERM', () => setImmediate(resolve)))
const app = appOf(smallApp({ writes: [], seen: [], slowRequestArrived: () => log.info('slow arrived'), letGo }))
const running = await serve({ config, db: await freshDatabase(), log, app })
stopOnSignals(running, log)
