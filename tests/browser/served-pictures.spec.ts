import type { Page } from '@playwright/test'
import { links } from '#app/http/links.ts'
import { finishPicture } from '#app/images/finish-picture.server.ts'
import { RENDITIONS } from '#app/images/picture.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { PAYLOAD_MARK } from '../../scripts/hostile/hostile-file.ts'
import { makeHostileFiles } from '../../scripts/hostile/hostile-files.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember } from '../people.ts'
import { cookieOf, expect, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

/** Files of two faces that are pictures as well, so that they come in. */
const TWO_FACED = /page|script|PDF|ZIP/
const FILES_LEAST = 12

/** What Chromium says when it refuses what this test asks for; everything else is an alarm. */
const REFUSED_BY_BROWSER = [
  /^Refused to execute script from '[^']+' because its MIME type \('image\/(jpeg|png|webp|avif)'\) is not executable, and strict MIME type checking is enabled\.$/,
  /^Blocked script execution in '[^']+\/pictures\/[^']+' because the document's frame is sandboxed and the 'allow-scripts' permission is not set\.$/,
  // The page that Chromium makes for a picture has a style of its own.
  /^Applying inline style violates the following Content Security Policy directive 'default-src 'none''\. /,
]
/** Of so many pictures each address is put into a page as well. */
const FRAMED_EACH = 5

let site: Site
/** By name. Making them means making the bombs among them, which takes longer than all else here, so it is done once. */
const twoFaced = new Map<string, Buffer>()
test.beforeAll(async () => {
  site = await openSite()
  for await (const { name, bytes, expected } of makeHostileFiles())
    if (expected === 'accepted' && TWO_FACED.test(name)) twoFaced.set(name, bytes)
})
test.afterAll(() => site.stop())

test('whatever was hidden in a picture, nothing of it runs at any of its addresses', async ({
  page,
  context,
  alarms,
}) => {
  for (const refused of REFUSED_BY_BROWSER) alarms.allow(refused)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const { designer, pictureIds } = await uploadTwoFaced()
  expect(pictureIds.length).toBeGreaterThanOrEqual(FILES_LEAST)
  await signIn(context, site, designer)
  for (const pictureId of pictureIds) {
    for (const address of addressesOf(pictureId)) await expectDead(page, address)
  }
  await openBarePage(page)
  for (const pictureId of pictureIds.filter((_, index) => index % FRAMED_EACH === 0)) {
    for (const address of addressesOf(pictureId)) await expectDeadInside(page, address)
  }
  expect(dialogs).toEqual([])
})

test('the same bytes do run where they are served as a page or as a program, so the test above would see it', async ({
  page,
  alarms,
}) => {
  // After the payload the rest of the picture is no good program.
  alarms.allow(/^ReferenceError: ÿÙ is not defined/)
  await openBarePage(page)
  const wrongly = { contentType: 'text/html', body: bytesOf('JPEG and page') }
  await page.route(`${site.origin}/wrongly-served`, (route) => route.fulfill(wrongly))
  for (const tag of ['iframe', 'embed', 'object'] as const) {
    expect(await ranInside(page, [tag], '/wrongly-served'), tag).toBe(true)
  }
  wrongly.contentType = 'text/javascript; charset=iso-8859-1'
  wrongly.body = bytesOf('JPEG that is a script')
  expect(await ranInside(page, ['script'], '/wrongly-served')).toBe(true)
})

/** Opened as a page of its own. */
async function expectDead(page: Page, address: string): Promise<void> {
  const answer = await page.request.get(`${site.origin}${address}`)
  if (answer.status() === 404) return
  const headers = answer.headers()
  expect(headers['x-content-type-options'], address).toBe('nosniff')
  expect(headers['content-security-policy'], address).toContain('sandbox')
  expect(headers['content-type'], address).toMatch(/^image\/(jpeg|png|webp|avif)$/)
  const isOriginal = address.startsWith('/originals/')
  if (isOriginal) expect(headers['content-disposition'], address).toMatch(/^attachment; /)
  else expect((await answer.body()).includes(PAYLOAD_MARK), address).toBe(false)
  // What is saved instead of shown ends the visit, which Playwright reports as an error.
  await page.goto(`${site.origin}${address}`).catch((error: Error) => {
    if (!isOriginal || !error.message.includes('ownload')) throw error
  })
  expect(await page.title(), address).not.toContain(PAYLOAD_MARK)
}

const BARE = '/forbids-nothing'
const BARE_TITLE = 'Forbids nothing'
const TAGS = ['script', 'iframe', 'embed', 'object'] as const

/** Of our origin, but without its policy: what does not run here owes it to its own headers. */
async function openBarePage(page: Page): Promise<void> {
  const body = `<!doctype html><title>${BARE_TITLE}</title>`
  await page.route(site.origin + BARE, (route) => route.fulfill({ contentType: 'text/html', body }))
}

/** Asked for by a page that forbids nothing, as a program, a frame and an object. */
async function expectDeadInside(page: Page, address: string): Promise<void> {
  if ((await page.request.get(site.origin + address)).status() === 404) return
  // Of what is saved instead of shown, the browser does not say whose it was: one at a time.
  const together = address.startsWith('/originals/') ? TAGS.map((tag) => [tag]) : [TAGS]
  for (const tags of together) expect(await ranInside(page, tags, address), `${tags} of ${address}`).toBe(false)
}

function addressesOf(pictureId: string): string[] {
  return [...Object.keys(RENDITIONS).map((name) => links.rendition(pictureId, name)), links.original(pictureId)]
}

/** Whether anything of it had run by the time that each had loaded or failed, or was saved as a file instead. */
async function ranInside(page: Page, tags: readonly (typeof TAGS)[number][], address: string): Promise<boolean> {
  await page.goto(site.origin + BARE)
  const download = new Promise<void>((resolve) => page.once('download', () => resolve()))
  const settled = page.evaluate(
    async ([tags, address]) => {
      const elements = tags.map((tag) => document.createElement(tag))
      await Promise.all(
        elements.map((element) => {
          const settled = new Promise<void>((resolve) => {
            for (const name of ['load', 'error']) element.addEventListener(name, () => resolve())
          })
          element.setAttribute(element instanceof HTMLObjectElement ? 'data' : 'src', address)
          document.body.append(element)
          return settled
        }),
      )
    },
    [tags, address] as const,
  )
  await Promise.race([settled, download])
  const titles = await Promise.all(page.frames().map((frame) => frame.title()))
  return titles.some((title) => title.includes(PAYLOAD_MARK))
}

function bytesOf(name: string): Buffer {
  const bytes = twoFaced.get(name)
  if (!bytes) throw new Error(`There is no “${name}”.`)
  return bytes
}

/** By the route that the page's script uses, into the drafts of one designer. */
async function uploadTwoFaced() {
  const now = new Date()
  const designer = await aMember(site.db, {}, now)
  const cookie = await cookieOf(site, designer)
  let entryId = ''
  let room = 0
  const brief = { minimumWidthPx: 200, minimumHeightPx: 200, entriesPerPerson: 10, maximumPictures: 6 }
  const { contestId } = await aContest(site.db, { phase: 'open', now, brief })
  for (const [name, bytes] of twoFaced) {
    if (room === 0) {
      entryId = await anEntry(site.db, { contestId, designer, at: now, draft: true, pictures: 0 })
      room = brief.maximumPictures
    }
    const body = new FormData()
    body.append('pictures', new File([new Uint8Array(bytes)], 'page.html', { type: 'text/html' }))
    const answer = await fetch(`${site.origin}${links.entryPictures(entryId)}`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: site.origin },
      body,
    })
    expect(answer.status, `${name}: ${await answer.text()}`).toBe(201)
    room -= 1
  }
  const rows = await site.db.selectFrom('picture').select('id').where('uploadedBy', '=', designer.id).execute()
  const pictureIds = rows.map(({ id }) => id)
  const workshop = await openPictureWorkshop(site.config)
  for (const pictureId of pictureIds) await finishPicture(site.db, workshop, { pictureId }, new Date())
  await workshop.close()
  return { designer, pictureIds }
}
