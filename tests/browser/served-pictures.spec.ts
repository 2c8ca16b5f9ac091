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

let site: Site
test.beforeAll(async () => {
  site = await openSite()
})
test.afterAll(() => site.stop())

test('whatever was hidden in a picture, nothing of it runs at any of its addresses', async ({
  page,
  context,
  alarms,
}) => {
  // Asking for a picture as a script or a frame is refused, loudly, which is the point.
  alarms.allow(/.*/)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const { designer, pictureIds } = await uploadTwoFaced()
  expect(pictureIds.length).toBeGreaterThanOrEqual(FILES_LEAST)
  await signIn(context, site, designer)
  for (const pictureId of pictureIds) {
    const addresses = Object.keys(RENDITIONS).map((name) => links.rendition(pictureId, name))
    for (const address of [...addresses, links.original(pictureId)]) await expectDead(page, address)
  }
  for (const pictureId of pictureIds.slice(0, 3)) await expectDeadInside(page, pictureId)
  expect(dialogs).toEqual([])
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

/** Asked for by a page of ours, as a program, a frame and an object. */
async function expectDeadInside(page: Page, pictureId: string): Promise<void> {
  await page.goto(`${site.origin}/about/how-it-works`)
  const addresses = [
    links.original(pictureId),
    ...Object.keys(RENDITIONS).map((name) => links.rendition(pictureId, name)),
  ]
  for (const address of addresses) {
    const loaded = await page.evaluate(async (src) => {
      const attempts = (
        [
          ['script', 'src'],
          ['iframe', 'src'],
          ['embed', 'src'],
          ['object', 'data'],
        ] as const
      ).map(
        ([tag, attribute]) =>
          new Promise<string>((resolve) => {
            const element = document.createElement(tag)
            element.addEventListener('load', () => resolve(`${tag} loaded`))
            element.addEventListener('error', () => resolve(`${tag} failed`))
            element.setAttribute(attribute, src)
            document.body.append(element)
            // A frame that the policy forbids says nothing at all.
            if (tag !== 'script') resolve(`${tag} asked`)
          }),
      )
      return Promise.all(attempts)
    }, address)
    expect(loaded, address).toContain('script failed')
    expect(await page.title(), address).not.toContain(PAYLOAD_MARK)
    for (const frame of page.frames()) expect(await frame.title(), address).not.toContain(PAYLOAD_MARK)
  }
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
  for await (const { name, bytes, expected } of makeHostileFiles()) {
    if (expected !== 'accepted' || !TWO_FACED.test(name)) continue
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
