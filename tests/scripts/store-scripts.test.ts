import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import { renditionKey } from '#app/images/picture-store.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { keysIn } from '../images/opened-stores.ts'
import { fourCorners } from '../images/sample-files.ts'
import { type StandIn, startStandIn } from '../images/uploadthing-stand-in.ts'
import { aMember } from '../people.ts'

let folder: string
let standIn: StandIn
let env: Record<string, string>
let pictureId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-scripts-'))
  standIn = await startStandIn()
  const { token, apiUrl = '', ingestUrl = '', ufsHost = '' } = standIn.settings
  env = {
    ...{ DATABASE_FILE: join(folder, 'placet.sqlite'), UPLOADS_DIR: join(folder, 'uploads'), UPLOADTHING_TOKEN: token },
    ...{ UPLOADTHING_API_URL: apiUrl, UPLOADTHING_INGEST_URL: ingestUrl, UPLOADTHING_UFS_HOST: ufsHost },
    UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
  }
  const db = openDatabase(join(folder, 'placet.sqlite'))
  await migrateToLatest(db)
  const workshop = await openPictureWorkshop({ uploadsDir: join(folder, 'uploads'), workers: 1 })
  const sourcePath = join(folder, 'source')
  await fourCorners(300, 240).png().toFile(sourcePath)
  const taken = await takePicture(db, workshop, { sourcePath, uploadedBy: (await aMember(db)).id }, new Date())
  if (!taken.ok) throw new Error(taken.refusal.reason)
  pictureId = taken.value.id
  await workshop.close()
  await db.destroy()
})

afterAll(async () => {
  await standIn.close()
  await rm(folder, { recursive: true })
})

test('pictures are moved, removed from the old store only when the new one serves, and mended there', {
  timeout: 120_000,
}, async () => {
  const disk = await openDiskStore(join(folder, 'uploads'))
  const unserved = await run('move-pictures', ['disk', 'uploadthing', '--remove'])
  expect(unserved).toMatchObject({
    code: 1,
    out: '',
    complaint: expect.stringContaining('set PICTURE_STORE=uploadthing'),
  })
  expect(await run('move-pictures', ['disk', 'uploadthing'])).toEqual({
    ...{ code: 0, complaint: '' },
    out: endingIn(
      '6 files copied to uploadthing and read back, 0 were there already.\nNothing was removed from disk.\n',
    ),
  })
  expect(await keysIn(disk)).toHaveLength(6)
  env.PICTURE_STORE = 'uploadthing'
  expect(await run('move-pictures', ['disk', 'uploadthing', '--remove'])).toEqual({
    ...{ code: 0, complaint: '' },
    out: endingIn('0 files copied to uploadthing and read back, 6 were there already.\n6 files removed from disk.\n'),
  })
  expect(await keysIn(disk)).toEqual([])

  for (const record of standIn.records) if (record.name.endsWith('320.webp')) record.status = 'Deletion Pending'
  const missing = `for picture ${pictureId}: 320.webp\nCompared: 1 pictures, 5 files.\n`
  expect(await run('sweep', [])).toEqual({
    ...{ code: 1, out: `Missing ${missing}` },
    complaint: '1 of these can be mended: npm run sweep -- --mend\n',
  })
  expect(await run('sweep', ['--mend'])).toEqual({ code: 0, complaint: '', out: `Made again ${missing}` })
  expect(await run('sweep', [])).toEqual({
    ...{ code: 0, complaint: '', out: 'Compared: 1 pictures, 6 files.\n' },
  })
  expect(renditionKey(pictureId, '320.webp')).toBe(keyOf(standIn.records.at(-1)?.customId ?? ''))
})

test.each([
  ['move-pictures', [], 'npm run move-pictures -- FROM TO'],
  ['move-pictures', ['disk', 'disk'], 'FROM and TO are two of disk, uploadthing.'],
  ['move-pictures', ['disk', 's3'], 'FROM and TO are two of disk, uploadthing.'],
  ['sweep', ['--all'], 'npm run sweep -- --mend'],
])('%s with %j ends with a sentence', async (script, args, sentence) => {
  const ended = await run(script, args)
  expect([ended.code, ended.out]).toEqual([1, ''])
  expect(ended.complaint).toContain(sentence)
})

/** A slow machine tells of its progress first. */
function endingIn(words: string): unknown {
  return expect.stringMatching(new RegExp(`${words}$`))
}

function keyOf(customId: string): string {
  return customId.replace(/~\d$/, '').replaceAll('_', '/')
}

function run(script: string, args: string[]): Promise<{ code: number; out: string; complaint: string }> {
  const program = ['--import', 'tsx', `scripts/${script}.ts`, ...args]
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      program,
      { env: { NODE_ENV: 'test', PATH: process.env.PATH, ...env } },
      (error, out, complaint) => {
        resolve({ code: error ? Number(error.code) : 0, out, complaint })
      },
    )
  })
}
