import { randomBytes } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import sharp from 'sharp'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { aContest } from '../contests-in-phases.ts'
import { aRunAt, type RunMade } from '../decided-contests.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember } from '../people.ts'
import { aPdf } from '../production/production-files.ts'
import { type PictureFile, picture } from './acts.ts'
import { wrongAsItIs } from './axe.ts'
import { awake, expect, holdScripts, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'
import { openShakyLine, type ShakyLine } from './shaky-line.ts'

let line: ShakyLine
let site: Site & { prepared: RunMade }
let store: PictureStore | undefined
test.beforeAll(async () => {
  line = await openShakyLine()
  const env = { PUBLIC_ORIGIN: `http://localhost:${line.port}` }
  site = await openSite((ground) => {
    store = ground.store
    // While nobody serves: a server would close its vote before all designs are in.
    return aRunAt(ground.db, 'files', { now: new Date() })
  }, env)
  line.leadTo(site.config.port)
})
test.beforeEach(() => line.mend())
test.afterAll(async () => {
  await site.stop()
  await line.close()
})

/** A draft of its own, open in the browser. */
async function opened(
  context: BrowserContext,
  page: Page,
  { pictures = 1, waitUntil = 'load' }: { pictures?: number; waitUntil?: 'load' | 'commit' } = {},
) {
  const now = new Date()
  const designer = await aMember(site.db)
  const { contestId } = await aContest(site.db, { phase: 'open', now })
  const entryId = await anEntry(site.db, { contestId, designer, at: now, draft: true, pictures, store })
  await signIn(context, site, designer)
  await page.goto(`${site.origin}${links.editEntry(entryId)}`, { waitUntil })
  await expect(page.locator('#pictures-title')).toBeVisible()
  return { entryId, designer }
}

const card = (page: Page, place: number) => page.getByLabel(m.entries_alt_label({ place }))
const chooser = (page: Page) => page.getByLabel(m.entries_choose_pictures())
const underWay = (page: Page, name: string) =>
  page.getByRole('list', { name: m.entries_upload_list() }).getByRole('listitem').filter({ hasText: name })

const moveHandle = (page: Page, place: number) => page.getByRole('button', { name: m.entries_move_handle({ place }) })

async function orderOf(entryId: string): Promise<string[]> {
  const artworks = site.db.selectFrom('artwork').select('id').where('entryId', '=', entryId).orderBy('position')
  return (await artworks.execute()).map(({ id }) => id)
}

let larges = 0
/** A picture that nobody compressed, another one each time: some eight megabytes, which is more than one piece. */
async function large(name: string): Promise<PictureFile> {
  larges += 1
  const { buffer } = await picture('large.png', larges)
  return { name, mimeType: 'image/png', buffer: await sharp(buffer).png({ compressionLevel: 0 }).toBuffer() }
}

/** Files as the system hands them over: dropped on, or pasted into, what the selector finds. Answers whether the page took them. */
async function handOver(
  page: Page,
  how: 'drop' | 'paste',
  selector: string,
  files: readonly PictureFile[],
): Promise<boolean> {
  const carried = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  await awake(page)
  return page.evaluate(
    ([how, selector, files]) => {
      const transfer = new DataTransfer()
      for (const { name, mimeType, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type: mimeType }))
      }
      const target = document.querySelector(selector)
      const init = { bubbles: true, cancelable: true }
      if (how === 'paste') {
        return !target?.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: transfer }))
      }
      target?.dispatchEvent(new DragEvent('dragover', { ...init, dataTransfer: transfer }))
      return !target?.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: transfer }))
    },
    [how, selector, carried] as const,
  )
}

const sha256s = async (entryId: string) =>
  (
    await site.db
      .selectFrom('artwork')
      .innerJoin('picture', 'picture.id', 'artwork.pictureId')
      .select(['picture.bytes', 'artwork.id'])
      .where('artwork.entryId', '=', entryId)
      .orderBy('artwork.position')
      .execute()
  ).map(({ bytes }) => bytes)

test('several dropped at once are hung in the order in which they were chosen, and the bad one is named with its cure', async ({
  context,
  page,
}) => {
  const { entryId } = await opened(context, page)
  const files = [
    await large('first.png'),
    { name: 'notes.txt', mimeType: 'image/png', buffer: Buffer.from('not a picture at all') },
    await picture('second.jpg', 2),
    await picture('third.webp', 3),
  ]
  expect(await handOver(page, 'drop', '#pictures', files)).toBe(true)
  const refused = underWay(page, 'notes.txt')
  await expect(refused).toContainText(m.images_refused_not_a_picture())
  await expect(card(page, 4)).toBeVisible()
  const [, ...sizes] = await sha256s(entryId)
  expect(sizes).toEqual([files[0], files[2], files[3]].map((file) => file?.buffer.length))
  await expect(refused).toBeVisible()
  await refused.getByRole('button', { name: m.ui_upload_dismiss({ name: 'notes.txt' }) }).click()
  await expect(refused).toHaveCount(0)
})

test('a file dropped beside the panel does nothing, and the page stays', async ({ context, page }) => {
  const { entryId } = await opened(context, page)
  expect(await handOver(page, 'drop', 'h1', [await picture('boot.jpg', 1)])).toBe(true)
  await expect(page).toHaveURL(new RegExp(entryId))
  await expect(page.getByRole('list', { name: m.entries_upload_list() })).toHaveCount(0)
})

test('a pasted picture is taken', async ({ context, page }) => {
  await opened(context, page)
  expect(await handOver(page, 'paste', 'body', [await picture('image.png', 4)])).toBe(true)
  await expect(card(page, 2)).toBeVisible()
})

test('the same file chosen twice is sent once, and what the entry has no room for is not sent at all', async ({
  context,
  page,
}) => {
  await opened(context, page)
  const file = await picture('boot.jpg', 7)
  let begun = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/uploads')) begun += 1
  })
  await chooser(page).setInputFiles([file, { ...file, name: 'copy.jpg' }])
  await expect(underWay(page, 'copy.jpg')).toContainText(m.entries_refused_picture_twice())
  await expect(card(page, 2)).toBeVisible()
  await chooser(page).setInputFiles({ ...file, name: 'again.jpg' })
  await expect(underWay(page, 'again.jpg')).toContainText(m.entries_refused_picture_twice())
  expect(begun).toBe(1)

  const names = ['three.jpg', 'four.jpg', 'five.jpg', 'six.jpg', 'seven.jpg']
  await chooser(page).setInputFiles(await Promise.all(names.map((name, seed) => picture(name, seed))))
  await expect(underWay(page, 'seven.jpg')).toContainText(m.entries_refused_pictures_full({ most: 6 }))
  await expect(card(page, 6)).toBeVisible()
  expect(begun).toBe(5)
})

test('a picture that is chosen before the page’s script has come is sent when it has', async ({ context, page }) => {
  const letCome = await holdScripts(page)
  const { entryId } = await opened(context, page, { waitUntil: 'commit' })
  await chooser(page).setInputFiles(await picture('early.jpg', 9))
  letCome()
  await expect(card(page, 2)).toBeVisible()
  expect(await sha256s(entryId)).toHaveLength(2)
})

test('a lost connection goes on by itself from the byte that arrived', async ({ context, page, alarms }) => {
  alarms.allow(/net::ERR_/)
  const { entryId } = await opened(context, page)
  const file = await large('boot.png')
  const offsets: number[] = []
  page.on('request', (request) => {
    const offset = request.headers()['upload-offset']
    if (request.method() === 'PATCH' && offset !== undefined) offsets.push(Number(offset))
  })
  const before = line.sent()
  line.cutAfter(6_000_000)
  await chooser(page).setInputFiles(file)
  await expect(underWay(page, 'boot.png')).toContainText('No connection')
  line.mend()
  await expect(card(page, 2)).toBeVisible()
  expect((await sha256s(entryId)).at(-1)).toBe(file.buffer.length)
  // The first piece, of four megabytes, was never sent again; nor what had arrived of the second.
  expect(offsets.filter((offset) => offset === 0)).toEqual([0])
  expect(offsets.at(-1)).toBeGreaterThan(4 * 1024 * 1024)
  expect(line.sent() - before).toBeLessThan(file.buffer.length + 1_500_000)
})

test('who does not want to wait tries at once, and who thinks better of it cancels and begins anew', async ({
  context,
  page,
  alarms,
}) => {
  alarms.allow(/net::ERR_/)
  await opened(context, page)
  line.cutAfter(2_000_000)
  await chooser(page).setInputFiles(await large('boot.png'))
  const file = underWay(page, 'boot.png')
  await expect(file).toContainText('No connection')
  await file.getByRole('button', { name: m.ui_upload_stop_spoken({ name: 'boot.png' }) }).click()
  await expect(file).toContainText(m.ui_upload_stopped())
  line.mend()
  await file.getByRole('button', { name: m.ui_upload_again() }).click()
  await expect(card(page, 2)).toBeVisible()
})

test('an upload that is cancelled under way leaves nothing, and leaving the page before that asks', async ({
  context,
  page,
}) => {
  const { entryId } = await opened(context, page)
  line.stallAfter(3_000_000)
  await chooser(page).setInputFiles(await large('boot.png'))
  const file = underWay(page, 'boot.png')
  await expect(file).toContainText('Sending')
  const asked = page.waitForEvent('dialog')
  const left = page.getByRole('link', { name: m.entries_preview() }).click()
  const dialog = await asked
  expect(dialog.message()).toBe(m.entries_upload_leave())
  await dialog.dismiss()
  await left
  await file.getByRole('button', { name: m.ui_upload_stop_spoken({ name: 'boot.png' }) }).click()
  await expect(file).toContainText(m.ui_upload_stopped())
  line.mend()
  expect(await sha256s(entryId)).toHaveLength(1)
})

for (const status of [429, 503])
  test(`who is asked to wait with ${status} reads why and until when, and it goes on by itself`, async ({
    context,
    page,
    alarms,
  }) => {
    alarms.allow(/status of 503/)
    await page.clock.install()
    const { entryId } = await opened(context, page)
    let asked = 0
    await page.route(/\/uploads$/, async (route) => {
      asked += 1
      if (asked > 1) return route.continue()
      const sentence = 'There is a queue at the door.'
      return route.fulfill({ status, headers: { 'Retry-After': '600' }, json: { sentence } })
    })
    await chooser(page).setInputFiles(await picture('boot.jpg', 8))
    const file = underWay(page, 'boot.jpg')
    await expect(file).toContainText(/^.*There is a queue at the door\. It goes on by itself at \d\d:\d\d:\d\d\./)
    await expect(page.getByRole('status').filter({ hasText: 'There is a queue at the door.' })).toBeAttached()
    await expect(file.getByRole('button', { name: m.ui_upload_now() })).toBeVisible()
    expect(await wrongAsItIs(page)).toEqual([])
    await page.clock.fastForward('05:00')
    expect(asked).toBe(1)
    await page.clock.fastForward('05:00')
    await expect(card(page, 2)).toBeVisible()
    expect(asked).toBe(2)
    expect(await sha256s(entryId)).toHaveLength(2)
  })

for (const colorScheme of ['light', 'dark'] as const)
  test(`everybody can use the page while pictures are on their way, on ${colorScheme}`, async ({
    context,
    page,
    alarms,
  }) => {
    alarms.allow(/net::ERR_/)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 844 })
    await opened(context, page)
    line.stallAfter(3_000_000)
    const bad = { name: 'notes.txt', mimeType: 'image/png', buffer: Buffer.from('not a picture at all') }
    await chooser(page).setInputFiles([await large('boot.png'), bad])
    await expect(underWay(page, 'boot.png')).toContainText('Sending')
    await expect(underWay(page, 'notes.txt')).toContainText(m.images_refused_not_a_picture())
    expect(await wrongAsItIs(page)).toEqual([])
    await underWay(page, 'boot.png')
      .getByRole('button', { name: m.ui_upload_stop_spoken({ name: 'boot.png' }) })
      .click()
    await expect(underWay(page, 'boot.png')).toContainText(m.ui_upload_stopped())
    expect(await wrongAsItIs(page)).toEqual([])
  })

test('who is signed out meanwhile is told so, signs in again, and it goes on', async ({ context, page, alarms }) => {
  alarms.allow(/Failed to load resource/)
  const { designer } = await opened(context, page)
  await context.clearCookies()
  await chooser(page).setInputFiles(await picture('boot.jpg', 5))
  const file = underWay(page, 'boot.jpg')
  await expect(file).toContainText(m.ui_upload_signed_out())
  await signIn(context, site, designer)
  await file.getByRole('button', { name: m.ui_upload_go_on() }).click()
  await expect(card(page, 2)).toBeVisible()
})

test('the order changes by the arrow keys and by dragging, and is kept', async ({ context, page }) => {
  await page.setViewportSize({ width: 1280, height: 2400 })
  const { entryId } = await opened(context, page, { pictures: 3 })
  const order = () => orderOf(entryId)
  const [a, b, c] = await order()
  const handle = (place: number) => moveHandle(page, place)
  await handle(1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(m.entries_moved_flash({ place: 2 }))).toBeAttached()
  await expect(handle(2)).toBeFocused()
  await page.keyboard.press('End')
  await expect.poll(order).toEqual([b, c, a])
  await expect(handle(3)).toBeFocused()

  const from = await handle(3).boundingBox()
  const to = await handle(1).boundingBox()
  if (!from || !to) throw new Error('There is no handle.')
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, (from.y + to.y) / 2)
  await page.mouse.move(from.x + 10, to.y - 40)
  await page.mouse.up()
  await expect.poll(order).toEqual([a, b, c])

  await page.getByRole('button', { name: m.entries_move_later({ place: 1 }) }).click()
  await expect.poll(order).toEqual([b, a, c])
})

test('a page read before the last move does not take it back', async ({ context, page }) => {
  const { entryId, designer } = await opened(context, page, { pictures: 3 })
  const { handle: guest, name } = await aMember(site.db)
  const [a, b, c] = await orderOf(entryId)
  let read: string[] = []
  let land = () => {}
  const landing = new Promise<void>((resolve) => {
    land = resolve
  })
  await page.route(/\/edit\.data/, async (route) => {
    const response = await route.fetch()
    read = await orderOf(entryId)
    await landing
    await route.fulfill({ response })
  })
  await inviteCollaborator(site.db, { entryId, designer, handle: guest }, new Date())
  await moveHandle(page, 1).press('ArrowDown')
  await expect.poll(() => read).toEqual([b, a, c])

  // The second move is answered when the page asks whether it can read again, and there it is held.
  await page.route(`**${links.health()}`, () => {})
  const asked = page.waitForRequest(`**${links.health()}`)
  await moveHandle(page, 2).press('End')
  await asked
  expect(await orderOf(entryId)).toEqual([b, c, a])
  land()
  await expect(page.getByText(name)).toBeVisible()
  await moveHandle(page, 2).press('ArrowUp')
  await expect.poll(() => orderOf(entryId)).toEqual([c, b, a])
})

test('a move that did not arrive is taken back, and says so', async ({ context, page, alarms }) => {
  alarms.allow(/net::ERR_/)
  await opened(context, page, { pictures: 2 })
  const first = page.locator('ol > li').first()
  const shown = await first.getByRole('img').getAttribute('src')
  await awake(page)
  line.cutAfter(1)
  await page.getByRole('button', { name: m.entries_move_later({ place: 1 }) }).click()
  await expect(page.getByText(m.entries_order_unreachable())).toBeVisible()
  await expect(first.getByRole('img')).toHaveAttribute('src', shown ?? '')
})

test('a production file goes on after a lost connection too, and is handed in with its note when the button is pressed', async ({
  context,
  page,
  alarms,
}) => {
  alarms.allow(/net::ERR_/)
  // This run's pictures are only rows.
  alarms.allow(/status of 404/)
  const { runId, designers } = site.prepared
  await signIn(context, site, designers[0])
  await page.goto(site.origin + links.productionFile(runId))
  const field = page.getByRole('button', { name: m.production_file_field() })
  const file = (name: string) =>
    page.getByRole('list', { name: m.production_file_list() }).getByRole('listitem').filter({ hasText: name })
  await field.setInputFiles({ name: 'all.zip', mimeType: 'application/pdf', buffer: Buffer.from('PK\x03\x04') })
  await expect(file('all.zip')).toContainText(m.production_refused_file_archive())

  const poster = Buffer.concat([aPdf('One to one.'), randomBytes(7_000_000)])
  line.cutAfter(5_000_000)
  await field.setInputFiles({ name: 'poster.pdf', mimeType: 'application/pdf', buffer: poster })
  await expect(file('poster.pdf')).toContainText('No connection')
  await expect(file('all.zip')).toHaveCount(0)
  expect(await wrongAsItIs(page)).toEqual([])
  line.mend()
  await expect(file('poster.pdf')).toContainText(m.production_file_arrived())
  const versions = () =>
    site.db.selectFrom('productionFile').select(['bytes', 'note']).where('runId', '=', runId).execute()
  expect(await versions()).toEqual([])
  await page.getByLabel(m.production_file_note()).fill('Two inks.')
  await page.getByRole('button', { name: m.production_file_send(), exact: true }).click()
  await expect(page.getByText(m.production_file_handed_in({ version: 1 }))).toBeVisible()
  await expect(page).toHaveURL(site.origin + links.run(runId))
  expect(await versions()).toEqual([{ bytes: poster.length, note: 'Two inks.' }])
})

test('a production file that is chosen before the page’s script has come is looked at when it has', async ({
  context,
  page,
  alarms,
}) => {
  // This run's pictures are only rows.
  alarms.allow(/status of 404/)
  const { runId, designers } = site.prepared
  await signIn(context, site, designers[0])
  const letCome = await holdScripts(page)
  await page.goto(site.origin + links.productionFile(runId), { waitUntil: 'commit' })
  const zip = { name: 'early.zip', mimeType: 'application/pdf', buffer: Buffer.from('PK\x03\x04') }
  await page.getByRole('button', { name: m.production_file_field() }).setInputFiles(zip)
  letCome()
  await expect(page.getByRole('list', { name: m.production_file_list() })).toContainText(
    m.production_refused_file_archive(),
  )
})

test.describe('in Italian', () => {
  test.use({ locale: 'it-IT' })
  test('a refusal names the file, the reason and the cure', async ({ context, page }) => {
    await opened(context, page)
    const drawing = { name: 'scarpa.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="x"></svg>') }
    await page.locator('#pictures').setInputFiles(drawing)
    const refused = page.getByRole('listitem').filter({ hasText: 'scarpa.svg' })
    await expect(refused).toContainText(m.images_refused_svg({}, { locale: 'it' }))
  })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('the same form takes the good picture and names the bad one', async ({ context, page, alarms }) => {
    alarms.allow(/status of 415/)
    await opened(context, page)
    const bad = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a picture at all') }
    await chooser(page).setInputFiles([await picture('boot.jpg', 6), bad])
    await page.getByRole('button', { name: m.entries_save(), exact: true }).click()
    await expect(card(page, 2)).toBeVisible()
    await expect(page.locator('#pictures-error')).toContainText('notes.txt')
  })
})
