import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { killWhileTaking } from '../../scripts/kill-while-taking.ts'
import { takingVictim } from '../../scripts/taking-victim.ts'
import { builtFile } from '../built-programs.ts'
import { aMember } from '../people.ts'
import { fourCorners } from './sample-files.ts'

const KILLS = 25

test('killed at 25 random moments, no accepted picture is lost, none is half there, and one sweep clears up', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'placet-kill-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const paths = { databaseFile: join(folder, 'placet.sqlite'), uploadsDir: join(folder, 'uploads') }
  const sourcePath = join(folder, 'source.png')
  await writeFile(sourcePath, await fourCorners(300, 240).png().toBuffer())
  const db = openDatabase(paths.databaseFile)
  onTestFinished(() => db.destroy())
  await migrateToLatest(db)
  const workshop = await openPictureWorkshop({ uploadsDir: paths.uploadsDir, workers: 1 })
  onTestFinished(() => workshop.close())
  const uploadedBy = (await aMember(db)).id
  const victim = takingVictim({ ...paths, sourcePath, uploadedBy, program: [builtFile('take-until-killed.ts')] })
  const report = await killWhileTaking(db, workshop, { kills: KILLS, victim })
  expect(report).toMatchObject({ lost: [], torn: [], leftBySweep: 0 })
  expect(report.accepted).toBeGreaterThanOrEqual(KILLS)
  expect(report.rows).toBeGreaterThanOrEqual(report.accepted)
  // Without leftovers the kills would have met nobody at work.
  expect(report.leftByKills).toBeGreaterThan(0)
})
