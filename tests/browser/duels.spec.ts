import { links } from '#app/http/links.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember, type TestPerson } from '../people.ts'
import { awake, expect, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let site: Site & { prepared: { slug: string; voter: TestPerson; hasty: TestPerson; plain: TestPerson } }
test.beforeAll(async () => {
  site = await openSite(async ({ db, store }) => {
    const now = new Date()
    const { slug, contestId } = await aContest(db, { phase: 'voting', now, brief: { method: 'duels' } })
    const at = new Date(now.getTime() - 10 * DAY_MS)
    for (const title of ['Amber', 'Birch', 'Cedar', 'Dune', 'Elm'])
      await anEntry(db, { contestId, designer: await aMember(db), title, at, store })
    return { slug, voter: await aMember(db), hasty: await aMember(db), plain: await aMember(db) }
  })
})
test.afterAll(() => site.stop())

test('two designs lie side by side, and the arrow keys answer without leaving the page', async ({ page, context }) => {
  const { slug, voter } = site.prepared
  await signIn(context, site, voter)
  await page.goto(site.origin + links.booth(slug))
  await page.getByRole('button', { name: 'Begin voting' }).click()
  const designs = page.getByRole('heading', { level: 2 })
  await expect(designs).toHaveCount(2)
  await awake(page)
  const [left = '', right = ''] = await designs.allTextContents()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: `You prefer “${right}” to “${left}”.` })).toHaveCount(1)
  await expect(page.getByText('1 duel answered')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Your ballot counts', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'My ballot' }).click()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(2)
  await expect(page.getByRole('radio', { name: right, exact: true, checked: true })).toHaveCount(1)
})

test('a key answers the next duel as soon as it is there, whatever else of the page is still being read', async ({
  page,
  context,
}) => {
  const { slug, hasty } = site.prepared
  await signIn(context, site, hasty)
  await page.goto(site.origin + links.booth(slug))
  await page.getByRole('button', { name: 'Begin voting' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2)
  await awake(page)
  let letCome = () => {}
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route(/\.data(\?|$)/, async (route) => {
    if (route.request().method() === 'GET') await mayCome
    await route.continue()
  })
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('1 duel answered')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Your ballot counts', { exact: true })).toBeVisible()
  letCome()
})

test('without JavaScript each key is a button of a plain form', async ({ browser, alarms }) => {
  const { slug, plain } = site.prepared
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  alarms.listenTo(context)
  await signIn(context, site, plain)
  const page = await context.newPage()
  await page.goto(site.origin + links.booth(slug))
  await page.getByRole('button', { name: 'Begin voting' }).click()
  await page.getByRole('button', { name: /^The upper one/ }).click()
  await expect(page.getByText('1 more answer and your ballot counts')).toBeVisible()
  await page.getByRole('button', { name: 'Pass' }).click()
  await page.getByRole('button', { name: 'Neither is better' }).click()
  await expect(page.getByText('Your ballot counts', { exact: true })).toBeVisible()
  await context.close()
})
