import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { LANGUAGE_COOKIE } from '#app/i18n/locale.server.ts'
import { THEME_COOKIE } from '#app/ui/theme.ts'
import { foundTown } from '../town/found-town.ts'
import { liveInTown } from '../town/live-in-town.ts'
import { lookAround } from '../town/look-around.ts'
import type { Scene } from '../town/town-scene.ts'
import { voteUnderSeal } from '../town/vote-under-seal.ts'
import { expect, signIn, test, watch } from './fixtures.ts'
import { LOOKERS, type Looker, pagesOf } from './pages.ts'
import { openSite, type Site } from './running-site.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

interface Dress {
  language: 'en' | 'it'
  /** The ground the page comes with; then it is looked at on the other one too. */
  theme: 'light' | 'dark'
  viewport: { width: number; height: number }
}

const DRESSES: readonly Dress[] = [
  { language: 'en', theme: 'light', viewport: WIDE },
  { language: 'it', theme: 'dark', viewport: NARROW },
]

let site: Site & { prepared: Scene }
test.beforeAll(async () => {
  site = await openSite(async ({ db, store, config }) => {
    const now = new Date()
    const town = await foundTown(db, { now, store, entries: 4, voters: 3 })
    const life = await liveInTown({ db, town, now, store })
    const known = await lookAround(db, { ...town, ...life }, { now, brand: config.brandName })
    const ballots = await voteUnderSeal({ db, town, now }, (entry, voter) => (entry * 2 + voter) % 6)
    return { ...town, ...life, ...known, ...ballots }
  })
})
test.afterAll(() => site.stop())

for (const dress of DRESSES)
  for (const looker of LOOKERS)
    test(`the pages of a ${looker} can be used by everybody, in ${dress.language}, at ${dress.viewport.width} px, light and dark`, async ({
      browser,
    }) => {
      const problems: string[] = []
      const { page, heard, close } = await enterAs(browser, looker, dress)
      for (const path of pagesOf(site.prepared)[looker]) problems.push(...(await look(page, site.origin + path, dress)))
      await close()
      expect([...problems, ...heard]).toEqual([])
    })

test('the page of the first admin can be used by everybody', async ({ browser }) => {
  const empty = await openSite()
  const problems: string[] = []
  for (const dress of DRESSES) {
    const { page, close } = await enterAs(browser, 'visitor', dress, empty)
    problems.push(...(await look(page, empty.origin + (empty.firstAdminPath ?? ''), dress)))
    await close()
  }
  await empty.stop()
  expect(problems).toEqual([])
})

async function enterAs(
  browser: Browser,
  looker: Looker,
  { language, theme, viewport }: Dress,
  { origin }: Site = site,
) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const alarms = watch()
  alarms.listenTo(context)
  await context.addCookies([
    { name: LANGUAGE_COOKIE, value: language, url: origin },
    { name: THEME_COOKIE, value: theme, url: origin },
  ])
  if (looker !== 'visitor') await signIn(context, site, site.prepared.people[looker])
  return { page: await context.newPage(), heard: alarms.heard, close: () => context.close() }
}

/** What is wrong with a page, in words; nothing when nothing is. */
async function look(page: Page, address: string, { language, theme, viewport }: Dress): Promise<string[]> {
  await page.goto(address)
  const asItCame = await axeOn(page).withTags(WCAG).analyze()
  const other = theme === 'light' ? 'dark' : 'light'
  const { lang, wide } = await page.evaluate((ground) => {
    const { documentElement: html } = document
    const { lang, scrollWidth: wide } = html
    html.dataset.theme = ground
    return { lang, wide }
  }, other)
  // The ground changes colours and nothing else, and the server sends it as this one attribute.
  const onTheOther = await axeOn(page).withRules('color-contrast').analyze()
  const problems = [...inWords(`${address} ${theme}`, asItCame), ...inWords(`${address} ${other}`, onTheOther)]
  if (lang !== language) problems.push(`${address}: lang is ${lang}`)
  if (wide > viewport.width) problems.push(`${address}: ${wide} px wide`)
  return problems
}

/** Told to name only what is wrong: most of its time goes into finding a selector for each element that is right. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}

function inWords(where: string, { violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${where}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}
