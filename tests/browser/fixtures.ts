import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { openSession } from '#app/accounts/open-session.server.ts'
import { links } from '#app/http/links.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { PASSWORD } from '../people.ts'
import type { Site } from './running-site.ts'

export { expect } from '@playwright/test'
export { PASSWORD } from '../people.ts'

/** A refused form is a 4xx on purpose, which Chromium reports as a resource that failed to load. */
const REFUSED_PAGE = /^Failed to load resource: the server responded with a status of 4(00|03|04|09|10|13|22|29)/

/**
 * The tests of this folder: whatever a page complains of, in any context of the test, fails it. What it expects otherwise it says
 * with `alarms.allow`.
 */
export const test = base.extend<{ alarms: Alarms }>({
  alarms: [
    async ({ context }, use) => {
      const alarms = watch()
      alarms.listenTo(context)
      await use(alarms)
      expect(alarms.heard, 'pages complained').toEqual([])
    },
    { auto: true },
  ],
})

export interface Alarms {
  /** Console errors and warnings, uncaught errors and refused scripts, as `where: what`. */
  readonly heard: readonly string[]
  /** For contexts a test opens itself; the ordinary one is listened to anyway. */
  listenTo(context: BrowserContext): void
  allow(pattern: RegExp): void
}

export function watch(): Alarms {
  const heard: string[] = []
  const allowed: RegExp[] = []
  const hear = (page: Page | undefined | null, what: string) => {
    if (!allowed.some((pattern) => pattern.test(what))) heard.push(`${page?.url() ?? 'a page'}: ${what}`)
  }
  return {
    heard,
    listenTo(context) {
      context.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type())) return
        const isPage = !/\/(assets|pictures)\//.test(message.location().url)
        if (isPage && REFUSED_PAGE.test(message.text())) return
        hear(message.page(), message.text())
      })
      context.on('weberror', (error) => hear(error.page(), error.error().stack ?? error.error().message))
    },
    allow(pattern) {
      allowed.push(pattern)
    },
  }
}

/** A session planted in the browser: for tests that are not about signing in. */
export async function signIn(context: BrowserContext, site: Site, person: { id: string }): Promise<void> {
  const pair = await cookieOf(site, person)
  const equals = pair.indexOf('=')
  await context.addCookies([
    { name: pair.slice(0, equals), value: pair.slice(equals + 1), url: site.origin, httpOnly: true, sameSite: 'Lax' },
  ])
}

/** `name=value` of a new session, for requests without a browser. */
export async function cookieOf(site: Site, { id }: { id: string }): Promise<string> {
  const token = await openSession(site.db, { accountId: id, device: 'Chromium · Linux' }, new Date())
  return (await writeSessionToken(token, site.config)).split(';')[0] ?? ''
}

/** Until the page hears keys and clicks: the router takes the scrolling into its hands by the last of what React does to wake it. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => history.scrollRestoration === 'manual')
}

/** Keeps the page's scripts back until the answered function is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letCome = () => {}
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await mayCome
    await route.continue()
  })
  return letCome
}

/** By the form, as people do. */
export async function signInByForm(page: Page, site: Site, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${site.origin}${links.signIn()}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  // Told by the browser; an expectation would look again only every so often.
  await page.waitForURL((url) => url.pathname !== links.signIn())
}
