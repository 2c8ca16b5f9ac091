import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import { mendPicture } from '#app/images/mend-picture.server.ts'
import { renditionKey } from '#app/images/picture-store.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { openUploadThingStore } from '#app/images/uploadthing-store.server.ts'
import { loader as originalLoader } from '#app/routes/originals.$pictureId/route.ts'
import { loader as renditionLoader } from '#app/routes/pictures.$pictureId.$rendition/route.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { fourCorners } from '../images/sample-files.ts'
import { startStandIn } from '../images/uploadthing-stand-in.ts'
import { aJuror, aMember, anAdmin, aProducer, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'
import { closeAndCount } from '../voting/close-and-count.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let context: TestContext
let designer: TestPerson
let rival: TestPerson
let admin: TestPerson
let file: Buffer

beforeEach(async () => {
  context = await routeContext()
  designer = await aMember(context.db)
  rival = await aMember(context.db)
  admin = await anAdmin(context.db)
  file = await fourCorners(400, 300).png().toBuffer()
})

afterEach(() => context.close())

describe('a rendition', () => {
  test('of what belongs to nothing yet is its uploader’s alone, and kept by no cache', async () => {
    const pictureId = await aTakenPicture()
    const response = await ask(pictureId, designer)
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
    for (const other of [null, rival, admin]) expect((await ask(pictureId, other)).status).toBe(404)
  })

  test('of a draft entry is its makers’ alone', async () => {
    const { pictureId } = await anEntryWithPicture({ draft: true })
    expect((await ask(pictureId, designer)).status).toBe(200)
    for (const other of [null, rival, admin]) expect((await ask(pictureId, other)).status).toBe(404)
  })

  test('of a published entry is everyone’s: browsers keep it for ever, shared caches ask again after five minutes', async () => {
    const { pictureId } = await anEntryWithPicture()
    for (const viewer of [null, rival, designer]) {
      const response = await ask(pictureId, viewer)
      expect(response.status).toBe(200)
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, s-maxage=300, immutable')
    }
  })

  test('of a withdrawn entry is nobody’s', async () => {
    const { pictureId, entryId } = await anEntryWithPicture()
    const tag = (await ask(pictureId, null)).headers.get('ETag') ?? ''
    expectDone(await withdrawEntry(context.db, { steps: [], entryId, designer }, NOW))
    for (const viewer of [null, rival, designer, admin]) expect((await ask(pictureId, viewer)).status).toBe(404)
    // A shared cache that asks again by its tag.
    expect((await ask(pictureId, null, '960.webp', { 'If-None-Match': tag })).status).toBe(404)
  })

  test('of a contest’s head is the admins’ until the contest is published', async () => {
    const [draftHead, head] = [await aTakenPicture(admin), await aTakenPicture(admin)]
    const { contestId } = await aContest(context.db, { phase: 'draft', now: NOW })
    expectDone(await setHeadPicture(context.db, { contestId, pictureId: draftHead, setBy: admin.id }, NOW))
    expect((await ask(draftHead, admin)).status).toBe(200)
    for (const other of [null, rival]) expect((await ask(draftHead, other)).status).toBe(404)

    const published = await aContest(context.db, { phase: 'open', now: NOW })
    const { db } = context
    await db.updateTable('contest').set({ headPictureId: head }).where('id', '=', published.contestId).execute()
    expect((await ask(head, null)).status).toBe(200)
  })

  test('of a note on a run is everyone’s when the note is public and the staff’s when it is private', async () => {
    const [shown, kept] = [await aTakenPicture(), await aTakenPicture()]
    await aNoteWith(shown, 'public')
    await aNoteWith(kept, 'private')
    expect((await ask(shown, null)).status).toBe(200)
    expect((await ask(kept, await aProducer(context.db))).status).toBe(200)
    for (const other of [null, rival]) expect((await ask(kept, other)).status).toBe(404)
  })

  test('arrives as the type it is, and nothing in it can run', async () => {
    const { pictureId } = await anEntryWithPicture()
    const response = await ask(pictureId, null, 'share.jpg')
    const body = Buffer.from(await response.arrayBuffer())
    expect(body.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(body.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  })

  test('that the browser has is not sent again, and HEAD sends no body', async () => {
    const { pictureId } = await anEntryWithPicture()
    const tag = (await ask(pictureId, null)).headers.get('ETag') ?? ''
    const again = await ask(pictureId, null, '960.webp', { 'If-None-Match': `"other", W/${tag}` })
    expect([again.status, again.body]).toEqual([304, null])
    const request = new Request('http://placet.test/', { method: 'HEAD' })
    const head = await renditionLoader({ request, params: { pictureId, rendition: '960.webp' }, context })
    expect([head.status, head.body]).toEqual([200, null])
  })

  test('that was made again and is another has another tag, so that nobody is told that it is unchanged', async () => {
    const { pictureId } = await anEntryWithPicture()
    const { db, pictures } = context
    const tag = (await ask(pictureId, null)).headers.get('ETag') ?? ''
    await db
      .updateTable('rendition')
      .set({ digest: '0'.repeat(32) })
      .where('pictureId', '=', pictureId)
      .execute()
    const again = await ask(pictureId, null, '960.webp', { 'If-None-Match': tag })
    expect(again.status).toBe(200)
    await again.body?.cancel()
    await pictures.store.remove(renditionKey(pictureId, '960.webp'))
    expectDone(await mendPicture(db, pictures, { pictureId }, NOW))
    // The same original and the same encoder: the same bytes.
    expect((await ask(pictureId, null, '960.webp', { 'If-None-Match': tag })).status).toBe(304)
  })

  test.each(['original.png', '641.webp', '320.avif', '../../x', '__proto__', ''])(
    'of the name %j does not exist',
    async (name) => {
      const { pictureId } = await anEntryWithPicture()
      expect((await ask(pictureId, designer, name)).status).toBe(404)
      expect((await ask(name, designer)).status).toBe(404)
    },
  )

  test.each<[asked: string, status: number, range: string | null, body: [number, number] | null]>([
    ['bytes=0-0', 206, 'bytes 0-0/*', [0, 1]],
    ['bytes=10-19', 206, 'bytes 10-19/*', [10, 20]],
    ['bytes=10-', 206, 'bytes 10-$/*', [10, Infinity]],
    ['bytes=10-999999999', 206, 'bytes 10-$/*', [10, Infinity]],
    ['bytes=-999999999', 206, 'bytes 0-$/*', [0, Infinity]],
    ['bytes=999999999-', 416, 'bytes */*', null],
    ['bytes=-0', 416, 'bytes */*', null],
    ['bytes=0-1,5-9', 200, null, [0, Infinity]],
    ['bytes=9-5', 200, null, [0, Infinity]],
    ['pages=1-2', 200, null, [0, Infinity]],
    ['bytes=-', 200, null, [0, Infinity]],
  ])('asked for by the range %j is answered %i', async (asked, status, range, part) => {
    const { pictureId } = await anEntryWithPicture()
    const whole = Buffer.from(await (await ask(pictureId, null)).arrayBuffer())
    const response = await ask(pictureId, null, '960.webp', { Range: asked })
    const body = Buffer.from(await response.arrayBuffer())
    expect(response.status).toBe(status)
    const last = `${whole.length - 1}`
    const said = range?.replace('$', last).replace(/\*$/, `${whole.length}`) ?? null
    expect(response.headers.get('Content-Range')).toBe(said)
    expect(response.headers.get('Accept-Ranges')).toBe('bytes')
    expect(body).toEqual(part ? whole.subarray(...part) : Buffer.alloc(0))
    if (part) expect(response.headers.get('Content-Length')).toBe(`${body.length}`)
  })

  test('that goes on after a break is sent whole when it is another version, and not at all when nothing is missing', async () => {
    const { pictureId } = await anEntryWithPicture()
    const tag = (await ask(pictureId, null)).headers.get('ETag') ?? ''
    const Range = 'bytes=10-19'
    const status = async (headers: object) => (await ask(pictureId, null, '960.webp', { Range, ...headers })).status
    expect(await status({ 'If-Range': tag })).toBe(206)
    for (const other of ['"other"', `W/${tag}`, 'Mon, 04 May 2026 10:00:00 GMT']) {
      expect(await status({ 'If-Range': other })).toBe(200)
    }
    expect(await status({ 'If-None-Match': tag })).toBe(304)
    expect(await status({ 'If-None-Match': '*' })).toBe(304)
  })

  test('whose file is lost is a 404, not an error', async () => {
    const { pictureId } = await anEntryWithPicture()
    await context.pictures.store.remove(`renditions/${pictureId.slice(0, 2)}/${pictureId}-960.webp`)
    expect((await ask(pictureId, null)).status).toBe(404)
  })
})

describe('an original', () => {
  test('comes back to its designer bit for bit, to save, under a name that names nobody', async () => {
    const { pictureId } = await anEntryWithPicture()
    const response = await askOriginal(pictureId, designer)
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${pictureId}.png"`)
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(file)
    const part = await askOriginal(pictureId, designer, { Range: 'bytes=5-' })
    expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes 5-${file.length - 1}/${file.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(file.subarray(5))
  })

  test('that the store gives an address for is fetched there, for a short time, by nobody else', async () => {
    const standIn = await startStandIn()
    onTestFinished(() => standIn.close())
    context.pictures = { ...context.pictures, store: openUploadThingStore(standIn.settings) }
    const { pictureId } = await anEntryWithPicture()
    const response = await askOriginal(pictureId, designer)
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([302, 'private, no-store'])
    const fetched = await fetch(response.headers.get('Location') ?? '')
    expect(fetched.headers.get('Content-Disposition')).toBe(`attachment; filename="${pictureId}.png"`)
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(file)
    expect((await askOriginal(pictureId, rival)).status).toBe(404)
    expect((await ask(pictureId, null)).status).toBe(200)
  })

  test('is not for visitors, who are asked to sign in, nor for rivals, producers and admins', async () => {
    const { pictureId } = await anEntryWithPicture()
    await expect(askOriginal(pictureId, null)).rejects.toMatchObject({ status: 302 })
    for (const other of [rival, admin, await aProducer(context.db)]) {
      expect((await askOriginal(pictureId, other)).status).toBe(404)
    }
  })

  test('is for the contest’s own jury once it is decided: the file may name its author, whom the jury must not know', async () => {
    const juror = await aJuror(context.db)
    const { pictureId, contestId } = await anEntryWithPicture({ jurorIds: [juror.id] })
    expect((await askOriginal(pictureId, juror)).status).toBe(404)
    const afterClose = new Date(NOW.getTime() + 30 * DAY_MS)
    context.setClock(afterClose)
    expect((await askOriginal(pictureId, juror)).status).toBe(404)
    await closeAndCount(context.db, { contestId }, afterClose)
    expect((await askOriginal(pictureId, juror)).status).toBe(404)
    const letter = 'Nothing of what you chose can be made this year; here is why.'
    const decided = { outcome: 'no-production', winnerEntryId: null } as const
    const decision = { ...decided, letter, grounds: 'promised 5 2 -', hash: '0'.repeat(64), signedBy: juror.id }
    await context.db
      .insertInto('decision')
      .values({ contestId, ...decision, signedAt: afterClose.toISOString() })
      .execute()
    expect((await askOriginal(pictureId, juror)).status).toBe(200)
    expect((await askOriginal(pictureId, await aJuror(context.db))).status).toBe(404)
  })

  test('is for producers once its entry has a run', async () => {
    const { pictureId, contestId, entryId } = await anEntryWithPicture()
    const producer = await aProducer(context.db)
    await withoutForeignKeys(() =>
      context.db.insertInto('run').values({ id: 'run', contestId, entryId, createdAt: NOW.toISOString() }).execute(),
    )
    expect((await askOriginal(pictureId, producer)).status).toBe(200)
    expect((await askOriginal(pictureId, rival)).status).toBe(404)
  })
})

async function ask(pictureId: string, as: TestPerson | null, rendition = '960.webp', headers = {}) {
  const request = await requestTo(context, '/pictures', { as, headers })
  return renditionLoader({ request, params: { pictureId, rendition }, context })
}

async function askOriginal(pictureId: string, as: TestPerson | null, headers = {}) {
  return originalLoader({
    request: await requestTo(context, '/originals', { as, headers }),
    params: { pictureId },
    context,
  })
}

async function aTakenPicture(uploader = designer): Promise<string> {
  const sourcePath = join(context.config.uploadsDir, 'source')
  await writeFile(sourcePath, file)
  return expectDone(await takePicture(context.db, context.pictures, { sourcePath, uploadedBy: uploader.id }, NOW)).id
}

/** An entry of the designer's in an open contest, and the one picture in it that has its files. */
async function anEntryWithPicture({ draft = false, jurorIds }: { draft?: boolean; jurorIds?: string[] } = {}) {
  const { contestId } = await aContest(context.db, { phase: 'open', now: NOW, jurorIds })
  const entryId = await anEntry(context.db, { contestId, designer, at: NOW, draft })
  const pictureId = await aTakenPicture()
  expectDone(await addArtwork(context.db, { entryId, designer, pictureId }, NOW))
  return { contestId, entryId, pictureId }
}

async function aNoteWith(pictureId: string, audience: 'public' | 'private'): Promise<void> {
  const { db } = context
  const note = { id: `note-${audience}`, runId: 'run', stage: 'prototype', audience, text: 'First last' } as const
  await withoutForeignKeys(async () => {
    await db
      .insertInto('stageNote')
      .values({ ...note, writtenBy: admin.id, writtenAt: NOW.toISOString() })
      .execute()
    await db.insertInto('notePicture').values({ noteId: note.id, pictureId, alt: 'A last', position: 0 }).execute()
  })
}

/** For rows whose whole history (a decision, its run) has nothing to do with who may see a picture. */
async function withoutForeignKeys(work: () => Promise<unknown>): Promise<void> {
  await context.db.executeQuery(CompiledQuery.raw('PRAGMA foreign_keys=OFF'))
  await work()
  await context.db.executeQuery(CompiledQuery.raw('PRAGMA foreign_keys=ON'))
}
