import { afterAll, beforeAll, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { type Asker, openTown, type TownScene } from '../town/town-scene.ts'

let town: TownScene
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())

/** The links of one navigation that say of themselves that they are the page that is open. */
async function markedIn(navigation: string, answer: Response): Promise<string[]> {
  const html = await answer.text()
  const [, list = ''] = html.match(new RegExp(`<nav aria-label="${navigation}".*?>(.*?)</nav>`, 's')) ?? []
  return [
    ...list.matchAll(/<a[^>]*aria-current="page"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*aria-current="page"/g),
  ].map(([, before, after]) => before ?? after ?? '')
}

test('a form that is refused at an address of its own leaves the mark on the page it belongs to', async () => {
  const { contestId } = town.scene.contests.voting
  const refused = await town.ask('admin', links.ruleAtDesk(contestId, 'propose', 'quarantined'), new URLSearchParams())
  expect(refused.status).toBe(422)
  expect(await markedIn(m.contests_admin_nav(), refused)).toEqual([links.desk(contestId)])
})

test('whoever is about to leave stands among their data', async () => {
  const leaving = await town.ask('member', links.accountDelete())
  expect(await markedIn(m.accounts_nav_label(), leaving)).toEqual([links.accountData()])
})

test('from one’s own entries a way leads to the result of each contest that is decided, and of no other', async () => {
  const resultsOf = async (asker: Asker) => {
    const html = await (await town.ask(asker, links.myEntries())).text()
    return [...html.matchAll(/href="(\/contests\/[^"/]+\/result)"/g)].map(([, path]) => path)
  }
  const { making, launched } = town.scene.contests
  const decided = [making, launched].map(({ slug }) => links.result(slug))
  expect(await resultsOf('winner')).toEqual(expect.arrayContaining(decided))
  expect(await resultsOf('designer')).toEqual([])
})
