import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember } from '../people.ts'
import { picture } from './acts.ts'
import { awake, expect, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

let site: Site
let store: PictureStore | undefined
test.beforeAll(async () => {
  site = await openSite(async (ground) => {
    store = ground.store
  })
})
test.afterAll(() => site.stop())

test('an old tab that reads its page again, as after an upload, still does not overwrite newer words', async ({
  context,
  page: old,
}) => {
  const now = new Date()
  const designer = await aMember(site.db)
  const { contestId } = await aContest(site.db, { phase: 'open', now })
  const entryId = await anEntry(site.db, { contestId, designer, at: now, draft: true, store })
  await signIn(context, site, designer)
  const address = `${site.origin}${links.editEntry(entryId)}`
  await old.goto(address)

  const newer = await context.newPage()
  await newer.goto(address)
  await awake(newer)
  await newer.getByLabel(m.entries_title_label()).fill('The newer title')
  await expect.poll(title).toBe('The newer title')

  await old.getByLabel(m.entries_choose_pictures()).setInputFiles(await picture('boot.jpg', 3))
  await expect(old.getByLabel(m.entries_alt_label({ place: 2 }))).toBeVisible()
  const answer = old.waitForResponse((response) => response.url().endsWith(links.entryWords(entryId)))
  await old.getByLabel(m.entries_story_label()).fill('Written in the old tab.')
  expect((await answer).status()).toBe(409)
  await expect(old.getByText(m.entries_refused_changed_elsewhere())).toBeVisible()
  expect(await title()).toBe('The newer title')

  async function title() {
    const entry = await site.db.selectFrom('entry').select('title').where('id', '=', entryId).executeTakeFirst()
    return entry?.title
  }
})
