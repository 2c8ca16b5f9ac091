import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { issueFirstAdminLink } from '#app/accounts/issue-first-admin-link.server.ts'
import { type Config, readConfig, settleMode } from '#app/config.server.ts'
import { absolute, links } from '#app/http/links.ts'
import { createLog } from '#app/log.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { compileMessages } from './compile-messages.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { isBuilt } from './remix-app.ts'

const dev = process.argv.includes('--dev')

await endWithSentences(async () => {
  settleMode(dev ? 'development' : 'production')
  const config = readConfig()
  if (dev) await compileMessages()
  else if (!isBuilt()) return ['There is no build to serve. Run npm run build first, or npm run dev to develop.']
  await start(config)
  return []
})

async function start(config: Config): Promise<void> {
  const log = createLog(config)
  mkdirSync(dirname(config.databaseFile), { recursive: true })
  mkdirSync(config.uploadsDir, { recursive: true })
  const db = openDatabase(config.databaseFile, {
    onSlowQuery: (sql, ms) => log.warn({ sql, ms: Math.round(ms) }, 'slow query'),
  })
  const migrations = await migrateToLatest(db)
  if (migrations.length > 0) log.info({ migrations }, 'database brought up to date')
  // Imported only now: React looks at the mode, and the messages may just have been compiled.
  const { serve, stopOnSignals } = await import('./serve.ts')
  const running = await serve({ config, db, log, dev })
  stopOnSignals(running, log)
  console.log(`${config.brandName} is at ${config.publicOrigin}`)
  const firstAdmin = await issueFirstAdminLink(db, new Date())
  if (!firstAdmin.ok) return
  const link = absolute(config.publicOrigin, links.firstAdmin(firstAdmin.value.token))
  console.log(`There is no admin yet. Whoever opens this link becomes the first one, once: ${link}`)
}
