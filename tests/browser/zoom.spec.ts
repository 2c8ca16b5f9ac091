import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { finishPicture } from '#app/images/finish-picture.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, completeWords, expectDone } from '../entries-in-contests.ts'
import { aMember } from '../people.ts'
import { wrongAsItIs } from './axe.ts'
import { awake, expect, test } from './fixtures.ts'
import { type Ground, openSite, type Site } from './running-site.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** More pixels than the widest rendition of a page has. */
const SIZE = { width: 2600, height: 1700 }
const ALT = 'A boot of ochre felt, from the side'

let site: Site & { prepared: { entry: string; full: string } }
test.beforeAll(async () => {
  site = await openSite(enterLargePicture)
})
test.afterAll(() => site.stop())

test('a click shows the picture whole over its page, and all its pixels when they have come', async ({ page }) => {
  const full = page.waitForResponse((answer) => answer.url().endsWith('/full.webp'))
  await openByClick(page)
  expect((await full).status()).toBe(200)
  await expect(sheet(page)).toHaveAttribute('src', site.prepared.full)
  const { box, room } = await sizes(page)
  expect(box.width).toBeLessThanOrEqual(room.width)
  expect(box.height).toBeLessThanOrEqual(room.height)
  expect(Math.max(box.width / room.width, box.height / room.height)).toBeGreaterThan(0.99)
})

test('the keys alone open it, make it larger, move about in it and lead back to the link', async ({ page }) => {
  await page.goto(site.origin + site.prepared.entry)
  await awake(page)
  await link(page).focus()
  await page.keyboard.press('Enter')
  await expect(room(page)).toBeFocused()
  const whole = (await sizes(page)).box.width
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('+')
  await expect.poll(async () => (await sizes(page)).box.width).toBeGreaterThan(whole * 2)
  const before = await room(page).evaluate((box) => box.scrollLeft)
  expect(before).toBeGreaterThan(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => room(page).evaluate((box) => box.scrollLeft)).toBeGreaterThan(before)
  await page.keyboard.press('-')
  await expect.poll(async () => (await sizes(page)).box.width).toBeLessThan(whole * 3)
  await page.keyboard.press('0')
  await expect.poll(async () => (await sizes(page)).box.width).toBe(whole)
  for (const name of [m.ui_zoom_out(), m.ui_zoom_in(), m.ui_zoom_close()]) {
    await page.keyboard.press('Tab')
    await expect(dialog(page).getByRole('button', { name })).toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(link(page)).toBeFocused()
})

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`however fast the steps come, what was in the middle stays there, with ${reducedMotion} of motion`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await openByClick(page)
    const larger = dialog(page).getByRole('button', { name: m.ui_zoom_in() })
    const smaller = dialog(page).getByRole('button', { name: m.ui_zoom_out() })
    const whole = (await sizes(page)).box.width
    await pressAtOnce(larger, 4)
    await expect.poll(async () => (await sizes(page)).box.width).toBeGreaterThan(whole * 3.5)
    expect(await middle(page)).toEqual({ x: expect.closeTo(0.5, 3), y: expect.closeTo(0.5, 3) })

    await room(page).evaluate((box) => box.scrollBy(300, 200))
    const moved = await middle(page)
    expect(moved.x).toBeGreaterThan(0.52)
    const closest = (await sizes(page)).box.width
    await pressAtOnce(smaller, 2)
    await expect.poll(async () => (await sizes(page)).box.width).toBeLessThan(closest * 0.6)
    await pressAtOnce(larger, 2)
    for (const name of ['+', '-', '+', '-']) await page.keyboard.press(name)
    await expect.poll(async () => (await sizes(page)).box.width).toBeCloseTo(closest, 0)
    expect(await middle(page)).toEqual({ x: expect.closeTo(moved.x, 3), y: expect.closeTo(moved.y, 3) })
  })

test('two fingers bring what is between them along and make it larger', async ({ page }) => {
  await openByClick(page)
  const { box: whole } = await sizes(page)
  const at = { x: whole.x + whole.width * 0.6, y: whole.y + whole.height * 0.5 }
  const fingers = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number, right = 0) => {
    const points = [-apart, apart].map((x) => ({ x: Math.round(at.x + x + right), y: Math.round(at.y) }))
    return fingers.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : points })
  }
  await touch('touchStart', 40)
  for (const step of [1, 2, 3, 4, 5, 6]) await touch('touchMove', 40 + step * 20, step * 5)
  await touch('touchEnd', 0)
  await expect.poll(async () => (await sizes(page)).box.width).toBeCloseTo(whole.width * 4, -2)
  const { box } = await sizes(page)
  expect((at.x + 30 - box.x) / box.width).toBeCloseTo(0.6, 2)
  expect((at.y - box.y) / box.height).toBeCloseTo(0.5, 2)
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
})

test('a wheel makes larger what is under it, a drag moves it, and the page behind stays where it was', async ({
  page,
}) => {
  await openByClick(page)
  const scrolled = await page.evaluate(() => window.scrollY)
  const { box: whole } = await sizes(page)
  const at = { x: whole.x + whole.width / 4, y: whole.y + whole.height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, 400)
  await page.mouse.wheel(0, -400)
  await expect.poll(async () => (await sizes(page)).box.width).toBeGreaterThan(whole.width * 1.3)
  await page.keyboard.down('Control')
  for (let times = 0; times < 4; times += 1) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await sizes(page)).box.width).toBeGreaterThan(whole.width * 3)
  const { box } = await sizes(page)
  expect((at.x - box.x) / box.width).toBeCloseTo(1 / 4, 2)
  await page.mouse.down()
  await page.mouse.move(at.x - 100, at.y)
  await page.mouse.up()
  await expect.poll(async () => (await sizes(page)).box.x).toBeCloseTo(box.x - 100, -1)
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`everybody can use it, on ${colorScheme}, on a telephone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 390, height: 844 })
    await openByClick(page)
    for (const larger of [false, true]) {
      if (larger) await dialog(page).getByRole('button', { name: m.ui_zoom_in() }).click()
      expect(await wrongAsItIs(page)).toEqual([])
    }
    await dialog(page).getByRole('button', { name: m.ui_zoom_close() }).click()
    await expect(link(page)).toBeFocused()
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the link leads to the picture with all its pixels', async ({ page, alarms }) => {
    // The page that Chromium makes for a picture has styles and scripts of its own, which pictures are served without.
    alarms.allow(/^Applying inline style violates|^Blocked script execution/)
    await page.goto(site.origin + site.prepared.entry)
    await expect(dialog(page)).toBeHidden()
    const opened = page.waitForResponse((answer) => answer.url().endsWith(site.prepared.full))
    await link(page).click()
    expect((await opened).headers()['content-type']).toBe('image/webp')
    await expect(page).toHaveURL(site.origin + site.prepared.full)
  })
})

function link(page: Page) {
  return page.getByRole('main').getByRole('link', { name: m.entries_zoom() })
}

function dialog(page: Page) {
  return page.locator('dialog')
}

function room(page: Page) {
  return dialog(page).getByRole('region', { name: ALT })
}

function sheet(page: Page) {
  return room(page).locator('img')
}

async function openByClick(page: Page): Promise<void> {
  await page.goto(site.origin + site.prepared.entry)
  await awake(page)
  await link(page).click()
  await expect(dialog(page)).toBeVisible()
}

/** Before anything can be drawn between them. */
async function pressAtOnce(button: Locator, times: number): Promise<void> {
  await button.evaluate((element: HTMLElement, times) => {
    for (let count = 0; count < times; count += 1) element.click()
  }, times)
}

/** What of the picture lies in the middle of the room, as fractions. */
async function middle(page: Page): Promise<{ x: number; y: number }> {
  const { box, room } = await sizes(page)
  return {
    x: (room.x + room.width / 2 - box.x) / box.width,
    y: (room.y + room.height / 2 - box.y) / box.height,
  }
}

async function sizes(page: Page) {
  const box = (element: Element) => element.getBoundingClientRect().toJSON() as DOMRect
  return { box: await sheet(page).evaluate(box), room: await room(page).evaluate(box) }
}

/** A picture through the real workshop, with its late renditions, entered where people vote. */
async function enterLargePicture({ db, config }: Ground) {
  const now = new Date()
  const at = new Date(now.getTime() - 10 * DAY_MS)
  const { contestId } = await aContest(db, { phase: 'voting', now })
  const designer = await aMember(db)
  const entryId = await anEntry(db, { contestId, designer, at, draft: true, pictures: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'placet-zoom-'))
  const sourcePath = join(folder, 'boot.jpg')
  await sharp({ create: { ...SIZE, channels: 3, background: '#b5651d' } })
    .jpeg()
    .toFile(sourcePath)
  const workshop = await openPictureWorkshop(config)
  const { id: pictureId } = expectDone(await takePicture(db, workshop, { sourcePath, uploadedBy: designer.id }, at))
  expectDone(await finishPicture(db, workshop, { pictureId }, at))
  await workshop.close()
  await rm(folder, { recursive: true })
  const own = { entryId, designer }
  const artworkId = expectDone(await addArtwork(db, { ...own, pictureId }, at))
  const words = await completeWords(db, contestId)
  expectDone(await saveEntry(db, { ...own, words: { ...words, alts: { [artworkId]: ALT } } }, at))
  expectDone(await submitEntry(db, own, at))
  return { entry: links.entry(entryId), full: links.rendition(pictureId, 'full.webp') }
}
