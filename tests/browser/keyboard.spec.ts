import type { Page } from '@playwright/test'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember, PASSWORD, type TestPerson } from '../people.ts'
import { awake, expect, holdScripts, signIn, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ENTRIES = 4
/** No page of the house has more stops than this before what one looks for. */
const STOPS_MOST = 60

let site: Site & { prepared: { slug: string; voter: TestPerson } }
test.beforeAll(async () => {
  site = await openSite(async ({ db, store }) => {
    const now = new Date()
    const { slug, contestId } = await aContest(db, { phase: 'voting', now })
    const at = new Date(now.getTime() - 10 * DAY_MS)
    for (let number = 1; number <= ENTRIES; number += 1) {
      await anEntry(db, { contestId, designer: await aMember(db), title: `Boot ${number}`, at, store })
    }
    return { slug, voter: await aMember(db) }
  })
})
test.afterAll(() => site.stop())

test('with the keyboard alone one signs in and fills a ballot', async ({ page }) => {
  const { slug, voter } = site.prepared
  const heading = page.getByRole('heading', { level: 1 })
  const press = (key: string) => page.keyboard.press(key)
  await page.goto(`${site.origin}${links.signIn(links.booth(slug))}`)
  await tabTo(page, 'input[name=email]')
  await page.keyboard.type(voter.email)
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(PASSWORD)
  await press('Enter')
  await expect(page).toHaveURL(site.origin + links.booth(slug))
  await tabTo(page, 'form[action$="/vote/begin"] button')
  await press('Enter')

  // The first with what every form has: to the radio buttons, along them with the arrows, and send.
  await expect(heading).toHaveText(/^Boot/)
  let title = (await heading.textContent()) ?? ''
  await tabTo(page, 'input[name=score]')
  for (let steps = 0; steps < 2; steps += 1) await press('ArrowRight')
  await press('Enter')
  await expect(heading).not.toHaveText(title)

  // The others with the booth's own keys, which work once their explanation is there.
  await expect(page.getByText('Keys', { exact: true })).toBeVisible()
  for (let given = 1; given < ENTRIES; given += 1) {
    title = (await heading.textContent()) ?? ''
    await press('3')
    await expect(heading).not.toHaveText(title)
  }
  await expect(page.getByRole('main')).toContainText('Your ballot counts')
  const given = site.db.selectFrom('score').select('value').where('voterId', '=', voter.id)
  const scores = await given.orderBy('castAt').execute()
  expect(scores.map(({ value }) => value)).toEqual([2, 3, 3, 3])
})

test('a key that is pressed the moment the next design is there scores that one', async ({ page, context }) => {
  const voter = await aMember(site.db)
  await signIn(context, site, voter)
  await page.goto(site.origin + links.booth(site.prepared.slug))
  await page.getByRole('button', { name: m.voting_begin() }).click()
  await expect(page.getByText('Keys', { exact: true })).toBeVisible()
  await page.evaluate(pressOnTheNext)
  await page.keyboard.press('3')
  const given = site.db.selectFrom('score').select('value').where('voterId', '=', voter.id)
  await expect.poll(async () => (await given.orderBy('castAt').execute()).map(({ value }) => value)).toEqual([3, 4])
})

test('a reading that is given up in the middle is no error of the page’s, and others are', async ({ page, alarms }) => {
  alarms.allow(/^Error: of the page/)
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  await page.goto(site.origin + links.signIn())
  await awake(page)
  await page.evaluate(() => {
    const givenUp = new AbortController()
    const unread = new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode('half'))
        givenUp.signal.addEventListener('abort', () => body.error(givenUp.signal.reason))
      },
    })
    const reader = unread.getReader()
    void reader.read().then(() => reader.read())
    givenUp.abort()
    void Promise.reject(new Error('of the page'))
  })
  await expect.poll(() => heard).toEqual(['of the page'])
})

test('a key is not lost where a look at the queue overtakes the answer to a score', async ({ page, context }) => {
  const voter = await aMember(site.db)
  await signIn(context, site, voter)
  await page.goto(site.origin + links.booth(site.prepared.slug))
  await page.getByRole('button', { name: m.voting_begin() }).click()
  await expect(page.getByText('Keys', { exact: true })).toBeVisible()
  const heading = page.getByRole('heading', { level: 1 })
  const first = (await heading.textContent()) ?? ''

  let [sent, letLook] = [0, () => {}]
  const mayLook = new Promise<void>((resolve) => {
    letLook = resolve
  })
  const look = page.waitForResponse((response) => /vote\.data/.test(response.url()))
  await page.route(/vote\.data/, async (route) => {
    await mayLook
    await route.continue()
  })
  await page.route(/\/vote\/score$/, async (route) => {
    sent += 1
    if (sent !== 2) return route.continue()
    const response = await route.fetch()
    letLook()
    await look
    // Drawn again: by then the page has made of the look what it makes of it.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    return route.fulfill({ response })
  })
  await page.keyboard.press('3')
  await expect(heading).not.toHaveText(first)
  await page.evaluate(pressOnTheNext)
  await page.keyboard.press('3')
  const given = site.db.selectFrom('score').select('value').where('voterId', '=', voter.id)
  await expect.poll(async () => (await given.orderBy('castAt').execute()).map(({ value }) => value)).toEqual([3, 3, 4])
})

test('a score that is chosen before the page’s script has come stays chosen when it has', async ({ page, context }) => {
  await signIn(context, site, await aMember(site.db))
  const letCome = await holdScripts(page)
  await page.goto(site.origin + links.booth(site.prepared.slug), { waitUntil: 'commit' })
  await page.getByRole('button', { name: m.voting_begin() }).click()
  const four = page.getByRole('radio', { name: /^4:/ })
  await four.check()
  letCome()
  await expect(page.getByText('Keys', { exact: true })).toBeVisible()
  await expect(four).toBeChecked()
})

test('a key that is pressed while the page wakes up breaks nothing', async ({ page }) => {
  await page.addInitScript(pressAsReactBegins)
  await page.goto(`${site.origin}${links.signIn()}`)
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await awake(page)
  // Once the page is awake its links are followed without leaving it.
  await page.getByRole('main').getByRole('link', { name: m.accounts_sign_in_join() }).click()
  await page.waitForURL(site.origin + links.join())
  expect(await page.evaluate(() => 'stillHere' in window && 'keysPressed' in window)).toBe(true)
})

/** Presses 4 the moment the heading says something else. */
function pressOnTheNext(): void {
  const heading = document.getElementById('booth-heading')
  const watching = new MutationObserver(() => {
    watching.disconnect()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '4', bubbles: true }))
  })
  if (heading) watching.observe(heading, { childList: true, characterData: true, subtree: true })
}

/** React asks for its first turn with a message to itself: the key comes before that turn. */
function pressAsReactBegins(): void {
  const { postMessage } = MessagePort.prototype
  MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]) {
    MessagePort.prototype.postMessage = postMessage
    queueMicrotask(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))
      Object.assign(window, { keysPressed: 1 })
    })
    return Reflect.apply(postMessage, this, message)
  }
}

/** Presses Tab until this has the focus, as somebody would who sees where it is; and that it can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < STOPS_MOST; stops += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus-visible`).count()) > 0) return
  }
  throw new Error(`The keyboard does not get to ${selector}.`)
}
