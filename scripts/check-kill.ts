import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { drawPoster } from '#db/seeds/drawings/posters.ts'
import { renderDrawing } from '#db/seeds/drawings/render-drawing.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { type KillReport, killWhileTaking } from './kill-while-taking.ts'

/** Kills a process that takes pictures as often as is said, in a folder and with a database of its own, and tells what was left. */
const KILLS = 200
const TELL_EVERY_KILLS = 20

await endWithSentences(async () => {
  const kills = Number(process.argv[2] ?? KILLS)
  if (!Number.isInteger(kills) || kills < 1) return ['npm run check:kill -- KILLS   (200 when not said)']
  const folder = await mkdtemp(join(tmpdir(), 'placet-kill-'))
  try {
    return complaints(await killIn(folder, kills))
  } finally {
    await rm(folder, { recursive: true })
  }
})

async function killIn(folder: string, kills: number): Promise<KillReport> {
  const paths = { databaseFile: join(folder, 'placet.sqlite'), uploadsDir: join(folder, 'uploads') }
  const sourcePath = join(folder, 'source.jpeg')
  // Small, so that most of the time goes into writing: decoding leaves nothing that could be torn.
  const drawing = drawPoster(1)
  const svg = drawing.svg.replace(/width="\d+" height="\d+"/, 'width="300" height="300"')
  await writeFile(sourcePath, await renderDrawing({ ...drawing, svg }, 'jpeg'))
  const db = openDatabase(paths.databaseFile)
  const workshop = await openPictureWorkshop({ uploadsDir: paths.uploadsDir, workers: 1 })
  try {
    await migrateToLatest(db)
    const onKill = (kill: number) => {
      if (kill % TELL_EVERY_KILLS === 0) console.log(`${kill} of ${kills} kills`)
    }
    const uploadedBy = await someDesigner(db)
    const report = await killWhileTaking(db, workshop, { kills, ...paths, sourcePath, uploadedBy, onKill })
    console.log(`${kills} kills: ${report.accepted} pictures accepted, ${report.rows} with rows`)
    console.log(`${report.lost.length} accepted pictures lost, ${report.torn.length} files torn or missing`)
    console.log(`${report.leftByKills} files without a row or cut short; after one sweep ${report.leftBySweep}`)
    return report
  } finally {
    await workshop.close()
    await db.destroy()
  }
}

async function someDesigner(db: Kysely<Database>): Promise<string> {
  const registration = { name: 'Ada', email: 'ada@example.org', passwordHash: 'none', language: null }
  const joined = await registerAccount(db, registration, new Date())
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value.accountId
}

function complaints({ lost, torn, leftBySweep }: KillReport): string[] {
  return [
    ...lost.map((id) => `Picture ${id} was accepted and has no row.`),
    ...torn.map((key) => `${key} has a row and is not whole.`),
    ...(leftBySweep > 0 ? ['One sweep did not clear up.'] : []),
  ]
}
