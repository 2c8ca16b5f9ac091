import { readConfig } from '#app/config.server.ts'
import { openPictureStore } from '#app/images/open-picture-store.server.ts'
import { RestoreError, restoreBackup } from './backup/restore-backup.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { tellProgress } from './tell-progress.ts'

const USAGE = [
  'npm run restore -- FILE  brings a backup back to where DATABASE_FILE and the picture store say',
  'There must be no database yet: what is there is never written over.',
]

await endWithSentences(async () => {
  const [path, ...rest] = process.argv.slice(2)
  if (!path || rest.length > 0) return USAGE
  const config = readConfig()
  const { databaseFile } = config
  try {
    const store = await openPictureStore(config)
    const { madeAt, files } = await restoreBackup({ path, databaseFile, store, tell: tellProgress })
    console.log(`${databaseFile} and ${files} files are as they were on ${madeAt}. Start Placet with npm start.`)
    return []
  } catch (error) {
    if (error instanceof RestoreError) return [error.message, `Nothing was put in the place of ${databaseFile}.`]
    throw error
  }
})
