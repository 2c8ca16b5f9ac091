import type { Page } from '@playwright/test'
import { links } from '#app/http/links.ts'
import { THEME_COOKIE } from '#app/ui/theme.ts'
import { expect, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

let site: Site
test.beforeAll(async () => {
  site = await openSite()
})
test.afterAll(() => site.stop())

const lookOf = (page: Page) =>
  page.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector('h1') ?? document.body)
    return { color, ground: getComputedStyle(document.documentElement).backgroundColor }
  })

for (const ground of ['dark', 'light'] as const)
  test(`a page that is ${ground} on the screen is printed in black on white, without the site around it`, async ({
    page,
    context,
  }) => {
    await context.addCookies([{ name: THEME_COOKIE, value: ground, url: site.origin }])
    await page.emulateMedia({ colorScheme: ground })
    await page.goto(site.origin + links.howItWorks())
    expect(await lookOf(page)).not.toEqual({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' })
    await page.emulateMedia({ media: 'print' })
    expect(await lookOf(page)).toEqual({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' })
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('contentinfo')).toBeHidden()
  })

test('a page is printed so whose ground is the device’s own, and dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await page.goto(site.origin + links.howItWorks())
  expect(await lookOf(page)).toEqual({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' })
})
