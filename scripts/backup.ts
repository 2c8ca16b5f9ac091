import { existsSync } from 'node:fs'
import { type Config, readConfig } from '#app/config.server.ts'
import { openPictureStore } from '#app/images/open-picture-store.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { type BackedUp, writeBackup } from './backup/write-backup.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { tellProgress } from './tell-progress.ts'

const USAGE = [
  'npm run backup -- FILE  writes the database and all files into one ZIP file, while Placet goes on serving',
  'FILE must not exist yet. npm run restore -- FILE brings it back.',
]

await endWithSentences(async () => {
  const [path, ...rest] = process.argv.slice(2)
  if (!path || rest.length > 0) return USAGE
  const config = readConfig()
  if (!existsSync(config.databaseFile)) return [`There is no database at ${config.databaseFile}. Set DATABASE_FILE.`]
  if (existsSync(path)) return [`${path} exists already. A backup is never written over.`]
  return backup(config, path)
})

async function backup(config: Config, path: string): Promise<string[]> {
  const db = openDatabase(config.databaseFile)
  try {
    const store = await openPictureStore(config)
    const report = await writeBackup(db, { store, path, tell: tellProgress }, new Date())
    console.log(`${path}: the database and ${report.files} files of ${(report.bytes / 1e6).toFixed(1)} MB.`)
    return complaints(report)
  } catch (error) {
    if (isFull(error)) return [`There is no room for ${path}. Nothing was written.`]
    throw error
  } finally {
    await db.destroy()
  }
}

function complaints({ missing, damaged }: BackedUp): string[] {
  const problems = [
    ...missing.map((key) => `${key} is not in the store, and so not in the backup.`),
    ...damaged.map((key) => `${key} is not what its row says; it is in the backup as it is.`),
  ]
  return problems.length > 0 ? [...problems, 'What can be mended is mended by npm run sweep -- --mend.'] : []
}

/** Of the system, or of SQLite for its copy. */
function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'SQLITE_FULL'
}
