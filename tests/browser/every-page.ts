import type { Browser, Page } from '@playwright/test'
import { LANGUAGE_COOKIE } from '#app/i18n/locale.server.ts'
import { THEME_COOKIE } from '#app/ui/theme.ts'
import { foundTown } from '../town/found-town.ts'
import { liveInTown } from '../town/live-in-town.ts'
import { lookAround } from '../town/look-around.ts'
import type { Scene } from '../town/town-scene.ts'
import { voteUnderSeal } from '../town/vote-under-seal.ts'
import { wrongOnBothGrounds } from './axe.ts'
import { expect, signIn, test, watch } from './fixtures.ts'
import { LOOKERS, pagesOf } from './pages.ts'
import { misfitPictures } from './picture-sizes.ts'
import { type Ground, openSite, type Site } from './running-site.ts'

export interface Dress {
  language: 'en' | 'it'
  /** The ground the page comes with; then it is looked at on the other one too. */
  theme: 'light' | 'dark'
  viewport: { width: number; height: number }
}

/** Every page, opened by each of those who have it, in one dress; in files of their own, so that the dresses run side by side. */
export function testEveryPage(dress: Dress): void {
  const { language, viewport } = dress
  const how = `in ${language}, at ${viewport.width} px, light and dark`

  let site: Site & { prepared: Scene }
  test.beforeAll(async () => {
    site = await openSite(fillTown)
  })
  test.afterAll(() => site.stop())

  for (const looker of LOOKERS)
    test(`the pages of a ${looker} can be used by everybody, ${how}`, async ({ browser }) => {
      const person = looker === 'visitor' ? null : site.prepared.people[looker]
      expect(await lookAt(pagesOf(site.prepared)[looker], { browser, site, person, dress })).toEqual([])
    })

  test(`the page of the first admin can be used by everybody, ${how}`, async ({ browser }) => {
    const empty = await openSite()
    const problems = await lookAt([empty.firstAdminPath ?? ''], { browser, site: empty, person: null, dress })
    await empty.stop()
    expect(problems).toEqual([])
  })
}

async function fillTown({ db, store, config }: Ground): Promise<Scene> {
  const now = new Date()
  const town = await foundTown(db, { now, store, entries: 4, voters: 3 })
  const life = await liveInTown({ db, town, now, store })
  const known = await lookAround(db, { ...town, ...life }, { now, brand: config.brandName })
  const ballots = await voteUnderSeal({ db, town, now }, (entry, voter) => (entry * 2 + voter) % 6)
  return { ...town, ...life, ...known, ...ballots }
}

interface Looking {
  browser: Browser
  site: Site
  person: { id: string } | null
  dress: Dress
}

/** What is wrong with the pages, in words, and what they complained of; nothing when nothing is. */
async function lookAt(paths: readonly string[], { browser, site, person, dress }: Looking): Promise<string[]> {
  const { language, theme, viewport } = dress
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const alarms = watch()
  alarms.listenTo(context)
  await context.addCookies([
    { name: LANGUAGE_COOKIE, value: language, url: site.origin },
    { name: THEME_COOKIE, value: theme, url: site.origin },
  ])
  if (person) await signIn(context, site, person)
  const page = await context.newPage()
  const problems: string[] = []
  for (const path of paths) {
    await page.goto(site.origin + path)
    problems.push(...(await wrongWith(page, dress)).map((what) => `${path} ${what}`))
  }
  await context.close()
  return [...problems, ...alarms.heard]
}

async function wrongWith(page: Page, { language, theme, viewport }: Dress): Promise<string[]> {
  const { lang, scrollWidth } = await page.evaluate(() => {
    const { lang, scrollWidth } = document.documentElement
    return { lang, scrollWidth }
  })
  const problems = [...(await misfitPictures(page)), ...(await wrongOnBothGrounds(page, theme))]
  if (lang !== language) problems.push(`lang is ${lang}`)
  if (scrollWidth > viewport.width) problems.push(`${scrollWidth} px wide`)
  return problems
}
