import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBriefCard } from '#app/contests/brief-cards.server.ts'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { findEntryCard } from '#app/entries/entry-cards.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import { links } from '#app/http/links.ts'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import { sweepPictures } from '#app/images/sweep-pictures.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { launchProduct } from '#app/production/launch-product.server.ts'
import { findProductCard } from '#app/production/product-cards.server.ts'
import { loader as briefCardLoader } from '#app/routes/contests.$slug_.card.$name/route.ts'
import { loader as cardLoader } from '#app/routes/entries.$entryId_.card.$name/route.ts'
import { loader as productLoader } from '#app/routes/products.$slug/route.tsx'
import { loader as productCardLoader } from '#app/routes/products.$slug_.card.$name/route.ts'
import { aContest } from '../contests-in-phases.ts'
import { aRunAt, PRODUCT } from '../decided-contests.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { fourCorners } from '../images/sample-files.ts'
import { aMember, anAdmin, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

const LONG_TITLE =
  'L’attesa più lunga, perché la città non dorme: ventiquattro scarpe per chi cammina dall’alba fino a notte'
const HOUR_MS = 60 * 60 * 1000
let context: TestContext
let designer: TestPerson

beforeEach(async () => {
  context = await routeContext()
  designer = await aMember(context.db)
})

afterEach(() => context.close())

test('a card is a JPEG of 1200 by 630 without metadata, sent as pictures are', async () => {
  const { entryId } = await anEntryWithPicture()
  const response = await ask(entryId, null)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=31536000, s-maxage=300, immutable',
  })
  const { format, width, height, exif, icc, xmp, iptc } = await sharp(await bodyOf(response)).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1200, height: 630 })
  expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
})

test('another title or another ground makes another card at another address, to which the old one leads', async () => {
  const { entryId, pictureId } = await anEntryWithPicture()
  const old = await digestOf(entryId)
  const first = await bodyOf(await ask(entryId, null))
  await entitle(entryId, 'A shoe for the rain')
  const moved = await ask(entryId, null, old)
  expect([moved.status, moved.headers.get('Location')]).toEqual([
    302,
    links.entryCard(entryId, await digestOf(entryId)),
  ])
  const second = await bodyOf(await ask(entryId, null))
  expect(second.equals(first)).toBe(false)
  await context.db.updateTable('picture').set({ shownOn: '#204060' }).where('id', '=', pictureId).execute()
  const third = await bodyOf(await ask(entryId, null))
  const corner = await sharp(third).extract({ left: 4, top: 4, width: 1, height: 1 }).raw().toBuffer()
  for (const [at, value] of [0x20, 0x40, 0x60].entries()) expect(Math.abs((corner[at] ?? 0) - value)).toBeLessThan(4)
  expect(await cards()).toHaveLength(1)
})

test('who may not see the picture is told that there is no card', async () => {
  const draft = await anEntryWithPicture({ draft: true })
  const own = await ask(draft.entryId, designer)
  expect([own.status, own.headers.get('Cache-Control')]).toEqual([200, 'private, no-store'])
  const others = [null, await aMember(context.db), await anAdmin(context.db)]
  for (const other of others) {
    expect((await ask(draft.entryId, other)).status).toBe(404)
    expect((await ask(draft.entryId, other, '0'.repeat(32))).status).toBe(404)
  }
  const { entryId } = await anEntryWithPicture()
  expect((await ask(entryId, null)).status).toBe(200)
  expectDone(await withdrawEntry(context.db, { steps: [], entryId, designer }, NOW))
  for (const viewer of [...others, designer]) expect((await ask(entryId, viewer)).status).toBe(404)
})

test.each(['', '../../x', 'x', `${'0'.repeat(31)}G`])('there is no card of the digest %j', async (digest) => {
  const { entryId } = await anEntryWithPicture()
  expect((await ask(entryId, null, digest)).status).toBe(404)
})

test('a brief has a card of its head picture and title, which nobody but admins sees before it is published', async () => {
  const { contestId, slug } = await aContest(context.db, { phase: 'open', now: NOW })
  const draft = await aContest(context.db, { phase: 'draft', now: NOW })
  const admin = await anAdmin(context.db)
  for (const [id, by] of [
    [contestId, admin],
    [draft.contestId, admin],
  ] as const) {
    const headPictureId = await aTakenPicture(by)
    await context.db.updateTable('contest').set({ headPictureId }).where('id', '=', id).execute()
  }
  const first = await bodyOf(await askBrief(slug, null))
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  await context.db.updateTable('contest').set({ title: 'Another question' }).where('id', '=', contestId).execute()
  expect((await bodyOf(await askBrief(slug, null))).equals(first)).toBe(false)
  expect(await cards()).toHaveLength(1)
  for (const other of [null, designer]) expect((await askBrief(draft.slug, other)).status).toBe(404)
  expect((await askBrief(draft.slug, admin)).status).toBe(200)
})

test('a product has a card of the picture that its page opens with, and its page says where', async () => {
  const { db, config } = context
  const { runId, producer } = await aRunAt(db, 'making', { now: NOW })
  const headPictureId = await aTakenPicture(producer)
  const details = { ...PRODUCT, runId, launchedBy: producer.id, headPictureId, headAlt: 'The shoe' }
  expectDone(await launchProduct(db, details, NOW))
  const { slug } = await db.selectFrom('product').select('slug').where('runId', '=', runId).executeTakeFirstOrThrow()
  const plan = await findProductCard(db, slug, config.brandName)
  const digest = plan?.digest ?? ''
  expect(plan).toMatchObject({ pictureId: headPictureId, words: { title: PRODUCT.name } })
  const request = await requestTo(context, '/card', { as: null })
  const params = { slug, name: `${digest}.jpg` }
  const card = await bodyOf(await productCardLoader({ request, params, context }))
  expect(await sharp(card).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  const page = await productLoader({ request, params: { slug }, context })
  expect(page.card).toBe(links.productCard(slug, digest))
})

test('a card shows nothing of who made the entry', async () => {
  const { entryId } = await anEntryWithPicture()
  const before = await bodyOf(await ask(entryId, null))
  await context.db.updateTable('account').set({ name: 'Somebody Else' }).where('id', '=', designer.id).execute()
  await context.db.deleteFrom('card').execute()
  expect((await bodyOf(await ask(entryId, null))).equals(before)).toBe(true)
})

test.each([
  LONG_TITLE,
  'W'.repeat(120),
  '</span><span size="999999">&amp; <b>&bogus; "quoted" \'so\'',
  'مرحبا بالعالم ‮ right to left',
  '靴のデザイン 👟👩🏽‍🎨 𝔊',
  '\u200b',
  '\ud800 lone \uffff',
  `e${'\u0301'.repeat(119)}`,
])('the title %j is drawn in its place or left off', async (title) => {
  const { entryId } = await anEntryWithPicture()
  await entitle(entryId, title)
  const response = await ask(entryId, null)
  const margin = { left: 1160, top: 0, width: 40, height: 630 }
  const pixels = await sharp(await bodyOf(response))
    .extract(margin)
    .raw()
    .toBuffer()
  expect(pixels.every((value) => value > 200)).toBe(true)
})

test('two who ask at once have one file made, a lost one is made again, and one with its row is no stray', async () => {
  const { entryId, pictureId } = await anEntryWithPicture()
  const drawn = context.pictures.renderCard
  let times = 0
  context.pictures.renderCard = (job) => {
    times += 1
    return drawn(job)
  }
  const both = await Promise.all([ask(entryId, null), ask(entryId, null)])
  expect([both.map(({ status }) => status), times]).toEqual([[200, 200], 1])
  const [key = ''] = await cards()
  const sweep = () => sweepPictures(context.db, context.pictures, { mend: true }, new Date(Date.now() + 2 * HOUR_MS))
  expect((await sweep()).strays).toEqual([])
  expect(await cards()).toEqual([key])
  await context.pictures.store.remove(key)
  expect((await ask(entryId, null)).status).toBe(200)
  await context.pictures.store.remove(key)
  expect((await sweep()).mendable).toContainEqual({ pictureId: entryId, missing: ['card'] })
  expect((await ask(entryId, null)).status).toBe(200)
  await context.db.deleteFrom('artwork').where('pictureId', '=', pictureId).execute()
  await discardPicture(context.db, context.pictures.store, { pictureId })
  expect(await cards()).toEqual([])
})

async function askBrief(slug: string, as: TestPerson | null): Promise<Response> {
  const digest = (await findBriefCard(context.db, slug, context.config.brandName))?.digest ?? ''
  const request = await requestTo(context, '/card', { as })
  return briefCardLoader({ request, params: { slug, name: `${digest}.jpg` }, context })
}

async function aTakenPicture(by: TestPerson): Promise<string> {
  const sourcePath = join(context.config.uploadsDir, 'source')
  await writeFile(sourcePath, await fourCorners(400, 300).png().toBuffer())
  return expectDone(await takePicture(context.db, context.pictures, { sourcePath, uploadedBy: by.id }, NOW)).id
}

async function anEntryWithPicture({ draft = false }: { draft?: boolean } = {}) {
  const { contestId } = await aContest(context.db, { phase: 'open', now: NOW })
  const entryId = await anEntry(context.db, { contestId, designer, at: NOW, draft })
  const pictureId = await aTakenPicture(designer)
  expectDone(await addArtwork(context.db, { entryId, designer, pictureId }, NOW))
  // The others that the entry began with have no files.
  await context.db.deleteFrom('artwork').where('entryId', '=', entryId).where('pictureId', '<>', pictureId).execute()
  return { entryId, pictureId }
}

async function entitle(entryId: string, title: string): Promise<void> {
  await context.db.updateTable('entry').set({ title }).where('id', '=', entryId).execute()
}

async function digestOf(entryId: string): Promise<string> {
  return (await findEntryCard(context.db, entryId, context.config.brandName))?.digest ?? ''
}

async function ask(entryId: string, as: TestPerson | null, digest?: string): Promise<Response> {
  const request = await requestTo(context, '/card', { as })
  const name = `${digest ?? (await digestOf(entryId))}.jpg`
  return cardLoader({ request, params: { entryId, name }, context })
}

async function bodyOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

async function cards(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of context.pictures.store.list('cards/')) keys.push(key)
  return keys
}
