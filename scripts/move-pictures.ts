import { existsSync } from 'node:fs'
import { type Config, readConfig } from '#app/config.server.ts'
import { countKept } from '#app/images/kept-pictures.server.ts'
import { type Moved, movePictures } from '#app/images/move-pictures.server.ts'
import { openPictureStore, type PictureStoreName } from '#app/images/open-picture-store.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { tellProgress } from './tell-progress.ts'

const STORES = ['disk', 'uploadthing'] as const
const USAGE = [
  'npm run move-pictures -- FROM TO           copies all pictures, and reads every copy back; repeat it as often as you like',
  'npm run move-pictures -- FROM TO --remove  and takes them out of FROM, once PICTURE_STORE says TO',
  `FROM and TO are two of ${STORES.join(', ')}.`,
]

await endWithSentences(async () => {
  const [from, to, option, ...rest] = process.argv.slice(2)
  if (!isStore(from) || !isStore(to) || from === to || rest.length > 0) return USAGE
  if (option !== undefined && option !== '--remove') return USAGE
  const config = readConfig()
  if (!existsSync(config.databaseFile)) return [`There is no database at ${config.databaseFile}. Set DATABASE_FILE.`]
  if ([from, to].includes('uploadthing') && !config.uploadThing) return ['UPLOADTHING_TOKEN must be set.']
  if (option === '--remove' && config.pictureStore !== to) {
    return [
      `Pictures are still served from ${from}: set PICTURE_STORE=${to}, start Placet with it, and only then remove.`,
    ]
  }
  return move(config, { from, to, remove: option === '--remove' })
})

interface Move {
  from: PictureStoreName
  to: PictureStoreName
  remove: boolean
}

async function move(config: Config, { from, to, remove }: Move): Promise<string[]> {
  const { uploadsDir, uploadThing } = config
  const open = (pictureStore: PictureStoreName) => openPictureStore({ pictureStore, uploadsDir, uploadThing })
  const db = openDatabase(config.databaseFile)
  try {
    await migrateToLatest(db)
    const { files } = await countKept(db)
    const tell = tellProgress(files)
    const moved = await movePictures(db, { from: await open(from), to: await open(to), remove, onFile: tell })
    for (const line of summary(moved, { from, to, remove })) console.log(line)
    return complaints(moved, from)
  } finally {
    await db.destroy()
  }
}

function summary({ files, removed }: Moved, { from, to, remove }: Move): string[] {
  return [
    `${files.copied} files copied to ${to} and read back, ${files['there-already']} were there already.`,
    remove ? `${removed} files removed from ${from}.` : `Nothing was removed from ${from}.`,
  ]
}

function complaints({ missing, damaged }: Moved, from: PictureStoreName): string[] {
  const problems = [
    ...missing.map((key) => `${key} is not in ${from}.`),
    ...damaged.map((key) => `${key} is in ${from}, but is not what its row says.`),
  ]
  return problems.length > 0 ? [...problems, 'What can be mended is mended by npm run sweep -- --mend.'] : []
}

function isStore(name: string | undefined): name is PictureStoreName {
  return STORES.some((store) => store === name)
}
