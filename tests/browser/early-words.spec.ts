import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember, type TestPerson } from '../people.ts'
import { expect, holdScripts, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

let site: Site & { prepared: { designer: TestPerson; entryId: string } }
test.beforeAll(async () => {
  site = await openSite(async ({ db, store }) => {
    const now = new Date()
    const designer = await aMember(db)
    const { contestId } = await aContest(db, { phase: 'open', now })
    return { designer, entryId: await anEntry(db, { contestId, designer, at: now, draft: true, store }) }
  })
})
test.afterAll(() => site.stop())
test.beforeEach(({ context }) => signIn(context, site, site.prepared.designer))

test('what is written before the page’s script has come stays, and is saved when it has', async ({ page }) => {
  const { entryId } = site.prepared
  const letCome = await holdScripts(page)
  await page.goto(site.origin + links.editEntry(entryId), { waitUntil: 'commit' })
  const title = page.getByLabel(m.entries_title_label())
  const story = page.getByLabel(m.entries_story_label())
  await title.fill('Early')
  await story.fill('Before anybody listened.')
  letCome()
  const words = site.db.selectFrom('entry').select(['title', 'story']).where('id', '=', entryId)
  await expect.poll(() => words.executeTakeFirst()).toEqual({ title: 'Early', story: 'Before anybody listened.' })
  await expect(title).toHaveValue('Early')
  await expect(story).toHaveValue('Before anybody listened.')
})
