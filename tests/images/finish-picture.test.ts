import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { finishPicture } from '#app/images/finish-picture.server.ts'
import { PAGE_WIDTHS } from '#app/images/picture.ts'
import { originalKey, renditionKey } from '#app/images/picture-store.server.ts'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { findRendition, findUnfinishedPicture } from '#app/images/pictures.server.ts'
import { sweepPictures } from '#app/images/sweep-pictures.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { createLog } from '#app/log.server.ts'
import type { Database } from '#db/schema.ts'
import { finishPictures } from '../../scripts/finish-pictures.ts'
import { expectDone } from '../contests-in-phases.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember } from '../people.ts'
import { keysIn } from './opened-stores.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATE = ['1920.avif', '320.avif', '640.avif', '960.avif', 'full.webp']
/** Encoding AVIF waits for whatever else the machine does. */
const LONG = { timeout: 120_000 }
let folder: string
let workshop: PictureWorkshop
let db: Kysely<Database>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-finish-'))
  workshop = await openPictureWorkshop({ uploadsDir: join(folder, 'uploads'), workers: 1, lateNiceness: 0 })
  db = await freshDatabase()
})

afterEach(async () => {
  await workshop.close()
  await db.destroy()
  await rm(folder, { recursive: true })
})

test(
  'a picture is finished with AVIF at every width, smaller than its WebP, and with all its pixels, once',
  LONG,
  async () => {
    const pictureId = await taken(2400)
    expect(await factsOf(pictureId)).toEqual({ finishedAt: null, avif: 0, full: 0 })
    expect(expectDone(await finishPicture(db, workshop, { pictureId }, NOW)).toSorted()).toEqual(LATE)
    expect(await factsOf(pictureId)).toEqual({ finishedAt: NOW.toISOString(), avif: 1, full: 1 })
    for (const width of PAGE_WIDTHS) {
      const [avif, webp] = [await contentOf(pictureId, `${width}.avif`), await contentOf(pictureId, `${width}.webp`)]
      expect(await sharp(avif).metadata()).toMatchObject({ format: 'heif', compression: 'av1', width })
      expect(avif.length).toBeLessThan(webp.length)
    }
    expect(await sharp(await contentOf(pictureId, 'full.webp')).metadata()).toMatchObject({ width: 2400, height: 600 })
    expect(await finishPicture(db, workshop, { pictureId }, NOW)).toEqual({ ok: true, value: [] })
  },
)

test('AVIF that is larger than its WebP at one width is kept at none', LONG, async () => {
  const pictureId = await taken()
  await db.updateTable('rendition').set({ bytes: 1 }).where('name', '=', '640.webp').execute()
  expect(await finishPicture(db, workshop, { pictureId }, NOW)).toEqual({ ok: true, value: [] })
  expect(await factsOf(pictureId)).toEqual({ finishedAt: NOW.toISOString(), avif: 0, full: 0 })
  expect((await keysIn(workshop.store)).filter((key) => key.endsWith('.avif'))).toEqual([])
})

test('a picture that is discarded while it is finished leaves nothing behind', LONG, async () => {
  const pictureId = await taken()
  const discarding: PictureWorkshop = {
    ...workshop,
    async renderLate(job) {
      const outcome = await workshop.renderLate(job)
      await discardPicture(db, workshop.store, { pictureId })
      return outcome
    },
  }
  await finishPicture(db, discarding, { pictureId }, NOW)
  expect(await keysIn(workshop.store)).toEqual([])
})

test('one that cannot be rendered again is not tried for ever', LONG, async () => {
  const pictureId = await taken()
  const failing = {
    ...workshop,
    renderLate: async () => ({ ok: false, refusal: { reason: 'took-too-long' } }) as const,
  }
  expect(await finishPicture(db, failing, { pictureId }, NOW)).toEqual({ ok: true, value: [] })
  expect(await factsOf(pictureId)).toEqual({ finishedAt: NOW.toISOString(), avif: 0, full: 0 })
})

test('a workshop that closes lets go of the picture, and the next one finishes it', LONG, async () => {
  const pictureId = await taken()
  const finishing = finishPicture(db, workshop, { pictureId }, NOW)
  await workshop.close()
  expect(await finishing).toEqual({ ok: false, refusal: 'interrupted' })
  expect(await factsOf(pictureId)).toMatchObject({ finishedAt: null })
  workshop = await openPictureWorkshop({ uploadsDir: join(folder, 'uploads'), workers: 1, lateNiceness: 0 })
  expect(expectDone(await finishPicture(db, workshop, { pictureId }, NOW))).toHaveLength(4)
})

test('a picture whose late child is killed from outside is finished another time', LONG, async () => {
  await workshop.close()
  workshop = await openPictureWorkshop({ uploadsDir: join(folder, 'uploads'), workers: 1, lateNiceness: 3 })
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  // So high that its AVIF is still being made long after its WebP.
  const pictureId = await taken(2400, 1800)
  const finishing = finishPicture(db, workshop, { pictureId }, NOW)
  const files = () => readdir(folder, { recursive: true })
  await expect.poll(files, { timeout: 30_000 }).toContainEqual(expect.stringMatching(/placet-late-.*full\.webp$/))
  process.kill(childOfNiceness(3), 'SIGKILL')
  expect(await finishing).toEqual({ ok: false, refusal: 'interrupted' })
  expect(await factsOf(pictureId)).toMatchObject({ finishedAt: null })
  expect(expectDone(await finishPicture(db, workshop, { pictureId }, NOW)).toSorted()).toEqual(LATE)
})

test('a sweep finds nothing missing before AVIF is there, and makes what is lost of it again', LONG, async () => {
  const pictureId = await taken()
  expect((await sweepPictures(db, workshop, { mend: true }, NOW)).mendable).toEqual([])
  await finishPicture(db, workshop, { pictureId }, NOW)
  await workshop.store.remove(renditionKey(pictureId, '640.avif'))
  const { mendable, lost } = await sweepPictures(db, workshop, { mend: true }, NOW)
  expect({ mendable, lost }).toEqual({ mendable: [{ pictureId, missing: ['640.avif'] }], lost: [] })
  expect((await sweepPictures(db, workshop, { mend: false }, NOW)).mendable).toEqual([])
  expect(await factsOf(pictureId)).toMatchObject({ avif: 1 })
})

test('the server finishes what it finds, tells of what it cannot, and goes on with the next', LONG, async () => {
  const [broken, whole] = [await taken(), await taken()]
  await workshop.store.remove(originalKey(broken, 'jpeg'))
  await db.updateTable('picture').set({ takenAt: '2026-01-01T00:00:00.000Z' }).where('id', '=', broken).execute()
  let write: (line: string) => void = () => undefined
  const written = new Promise<string>((resolve) => {
    write = resolve
  })
  const log = createLog(readConfig({ NODE_ENV: 'test' }), { write: (line: string) => write(line) })
  const watch = finishPictures({ db, pictures: workshop, log, clock: () => NOW }, 0)
  expect(JSON.parse(await written)).toMatchObject({ level: 'warn', pictureId: broken, why: 'original-lost' })
  await expect.poll(() => findUnfinishedPicture(db, [broken]), { timeout: 30_000 }).toBeNull()
  await watch.stop()
  expect(await factsOf(whole)).toMatchObject({ avif: 1 })
})

/** By its niceness, which no other test gives, its program and us, its parent. */
function childOfNiceness(niceness: number): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args=']).toString()
  const isIt = new RegExp(`^\\s*(\\d+)\\s+${process.pid}\\s.*decode-child\\.js ${niceness}$`, 'm')
  return Number(isIt.exec(processes)?.[1])
}

/** Flat colour is so small in either format that nothing could be told from it. */
function clouds(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 80 } as const
  const create = {
    width: 240,
    height: Math.round((240 * height) / width),
    channels: 3,
    background: '#808080',
    noise,
  } as const
  return sharp({ create }).resize(width, height, { kernel: 'cubic' }).jpeg().toBuffer()
}

/** Low, since AVIF takes its time by the pixel and what is told from it goes by the width. */
async function taken(width = 800, height = width / 4): Promise<string> {
  const sourcePath = join(folder, 'source.jpeg')
  await writeFile(sourcePath, await clouds(width, height))
  const details = { sourcePath, uploadedBy: (await aMember(db)).id }
  return expectDone(await takePicture(db, workshop, details, NOW)).id
}

function factsOf(pictureId: string) {
  return db
    .selectFrom('picture')
    .select(['finishedAt', 'avif', 'full'])
    .where('id', '=', pictureId)
    .executeTakeFirstOrThrow()
}

async function contentOf(pictureId: string, name: '1920.avif' | 'full.webp' | `${number}.avif` | `${number}.webp`) {
  const file = await findRendition(db, pictureId, name as '1920.avif')
  const stored = file && (await workshop.store.open(file.key))
  if (!stored) throw new Error(`${name} is not there`)
  return Buffer.from(await new Response(stored.stream()).arrayBuffer())
}
