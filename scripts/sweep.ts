import { existsSync } from 'node:fs'
import { type Config, readConfig } from '#app/config.server.ts'
import { countKept } from '#app/images/kept-pictures.server.ts'
import type { MendRefusal } from '#app/images/mend-picture.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { type SweepReport, sweepPictures } from '#app/images/sweep-pictures.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { endWithSentences } from './end-with-sentences.ts'

const USAGE = [
  'npm run sweep            tells where the files of pictures and their rows do not agree',
  'npm run sweep -- --mend  mends what can be mended, and removes files that nothing names',
]

await endWithSentences(async () => {
  const [option, ...rest] = process.argv.slice(2)
  if (rest.length > 0 || (option !== undefined && option !== '--mend')) return USAGE
  const config = readConfig()
  if (!existsSync(config.databaseFile)) return [`There is no database at ${config.databaseFile}. Set DATABASE_FILE.`]
  return sweep(config, option === '--mend')
})

async function sweep(config: Config, mend: boolean): Promise<string[]> {
  const db = openDatabase(config.databaseFile)
  const { pictureStore, uploadsDir, uploadThing, pictureWorkers: workers } = config
  const workshop = await openPictureWorkshop({ pictureStore, uploadsDir, uploadThing, workers })
  try {
    await migrateToLatest(db)
    const { pictures } = await countKept(db)
    if (mend && pictures === 0) {
      return [`${config.databaseFile} has no picture at all, so nothing was removed. Is it the right database?`]
    }
    const report = await sweepPictures(db, workshop, { mend }, new Date())
    for (const line of inWords(report, mend)) console.log(line)
    return complaints(report, mend)
  } finally {
    await workshop.close()
    await db.destroy()
  }
}

function inWords(report: SweepReport, mend: boolean): string[] {
  const { strays, unfinished, mendable } = report
  return [
    ...strays.map((key) => `${mend ? 'Removed' : 'Named by nothing:'} ${key}`),
    ...unfinished.map((name) => `${mend ? 'Removed the leftover' : 'Leftover:'} ${name}`),
    ...mendable.map(
      ({ pictureId, missing }) => `${mend ? 'Made again' : 'Missing'} for picture ${pictureId}: ${missing.join(', ')}`,
    ),
    `Compared: ${report.pictures} pictures, ${report.files} files.`,
  ]
}

function complaints({ strays, unfinished, mendable, lost }: SweepReport, mend: boolean): string[] {
  const toMend = strays.length + unfinished.length + mendable.length
  return [
    ...lost.map(({ pictureId, missing, why }) => `Picture ${pictureId}, without ${missing.join(', ')}: ${WHY[why]}`),
    ...(toMend > 0 && !mend ? [`${toMend} of these can be mended: npm run sweep -- --mend`] : []),
  ]
}

const WHY: Record<MendRefusal, string> = {
  'original-lost': 'its original is lost; only a backup has it.',
  'original-damaged': 'its original is not the file that was taken; only a backup has that.',
  'not-rendered': 'its original is there, but could not be rendered again. Try once more when the machine is idle.',
}
