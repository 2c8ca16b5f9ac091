import { links } from '#app/http/links.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { aMember, type TestPerson } from '../people.ts'
import { cookieOf, expect, test } from './fixtures.ts'
import { openSite, type Site } from './running-site.ts'

const POSTS = 200
const DAY_MS = 24 * 60 * 60 * 1000

let site: Site & { prepared: { slug: string; voter: TestPerson; entryId: string } }
test.beforeAll(async () => {
  site = await openSite(async ({ db }) => {
    const now = new Date()
    const { slug, contestId } = await aContest(db, { phase: 'voting', now })
    const [designer, voter] = [await aMember(db), await aMember(db)]
    for (const title of ['One', 'Two', 'Three']) {
      await anEntry(db, { contestId, designer, title, at: new Date(now.getTime() - 10 * DAY_MS) })
    }
    const { entryId } = expectDone(await handNextEntry(db, { contestId, voterId: voter.id }, now))
    return { slug, voter, entryId: entryId ?? '' }
  })
})
test.afterAll(() => site.stop())

test('of 200 identical scores sent at once one row is left, and each was answered', async () => {
  const { slug, voter, entryId } = site.prepared
  const headers = { Cookie: await cookieOf(site, voter), Origin: site.origin }
  const post = () =>
    fetch(site.origin + links.boothScore(slug), {
      method: 'POST',
      headers,
      body: new URLSearchParams({ entryId, score: '4' }),
      redirect: 'manual',
    })
  const answers = await Promise.all(Array.from({ length: POSTS }, post))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: POSTS }, () => 303))

  const scores = await site.db.selectFrom('score').select(['entryId', 'voterId', 'value']).execute()
  expect(scores).toEqual([{ entryId, voterId: voter.id, value: 4 }])
  expect(await site.db.selectFrom('ballotEvent').select('kind').execute()).toEqual([{ kind: 'score' }])
})
