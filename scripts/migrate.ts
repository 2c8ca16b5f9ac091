import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { readConfig } from '#app/config.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { endWithSentences } from './end-with-sentences.ts'

await endWithSentences(async () => {
  const { databaseFile } = readConfig()
  mkdirSync(dirname(databaseFile), { recursive: true })
  const db = openDatabase(databaseFile)
  const applied = await migrateToLatest(db)
  await db.destroy()
  for (const name of applied) console.log(`Applied ${name}.`)
  if (applied.length === 0) console.log(`${databaseFile} is up to date.`)
  return []
})
