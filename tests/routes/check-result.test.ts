import { afterEach, beforeEach, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import { checkContest } from '#app/jury/export/check-contest.ts'
import { loader as ballotPage } from '#app/routes/contests.$slug_.ballot/route.tsx'
import { loader as receiptFile } from '#app/routes/contests.$slug_.ballot_.receipt/route.tsx'
import { NOBLE_HASHING } from '#app/routes/contests.$slug_.check/noble-hashing.ts'
import { loader as checkPage } from '#app/routes/contests.$slug_.check/route.tsx'
import { loader as exportFile } from '#app/routes/contests.$slug_.export/route.tsx'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { aVote, DURING } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { chanceFrom } from '../../scripts/elections/chance.ts'
import { exportRecord, randomRecord } from '../../scripts/elections/random-record.ts'
import { answerOf } from '../answer.ts'
import { aDecidedContest, aFrozenContest } from '../decided-contests.ts'
import { aMember } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function asked(path: string, slug: string, as: { id: string } | null = null) {
  return { request: await requestTo(context, path, { as }), params: { slug }, context }
}

test('the votes are a file to save, sent to whoever may see the standings and to nobody else', async () => {
  const judged = await aFrozenContest(context.db, { now: NOW })
  for (const as of [null, judged.designers[0], await aMember(context.db)])
    expect((await answerOf(exportFile(await asked(links.exportVote(judged.slug), judged.slug, as)))).status).toBe(404)
  const beforehand = await exportFile(await asked(links.exportVote(judged.slug), judged.slug, judged.jurors[0]))
  expect([beforehand.headers.get('ETag'), beforehand.headers.get('Cache-Control')]).toEqual([
    expect.stringMatching(/^"[0-9a-f]{64}"$/),
    'private, no-store',
  ])
  const { slug } = await aDecidedContest(context.db, { now: NOW })
  const answer = await exportFile(await asked(links.exportVote(slug), slug))
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="placet-${slug}.txt"`)
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  // Who had it before the decision is sent it again with the decision.
  expect(answer.headers.get('ETag')).toMatch(/^"[0-9a-f]{64}-decided"$/)
  const [etag, kept] = [answer.headers.get('ETag') ?? '', 'public, max-age=86400, immutable']
  expect(answer.headers.get('Cache-Control')).toBe(kept)
  const again = await asked(links.exportVote(slug), slug)
  again.request.headers.set('If-None-Match', etag)
  const known = await exportFile(again)
  expect([known.status, await known.text(), known.headers.get('Cache-Control')]).toEqual([304, '', kept])
  const check = checkContest({ hashing: NOBLE_HASHING })
  check.add(await answer.text())
  expect(check.end().misfit).toBeNull()
})

test('who asks for the votes of contests too often waits', async () => {
  const { slug } = await aDecidedContest(context.db, { now: NOW })
  const download = async () => answerOf(exportFile(await asked(links.exportVote(slug), slug)))
  const statuses: number[] = []
  for (let nth = 0; nth < 31; nth += 1) statuses.push((await download()).status)
  expect(statuses.slice(29)).toEqual([200, 429])
})

test('the page gives the digest to check against once the standings may be seen, and says when before', async () => {
  const judged = await aFrozenContest(context.db, { now: NOW })
  const read = async (slug: string) => (await answerOf(checkPage(await asked(links.checkResult(slug), slug)))).data
  expect(await read(judged.slug)).toMatchObject({ phase: 'jury', digest: null, decided: null })
  const { slug } = await aDecidedContest(context.db, { now: NOW })
  const tally = await context.db
    .selectFrom('tally')
    .innerJoin('contest', 'contest.id', 'tally.contestId')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const signed = await context.db.selectFrom('decision').select('hash').executeTakeFirstOrThrow()
  expect(await read(slug)).toMatchObject({ phase: 'decided', digest: tally.digest, decided: signed.hash })
})

test('a receipt has a code of the list and the last published head, and not a word of what was scored', async () => {
  const vote = await aVote(context.db, { entries: 5 })
  const voter = await aMember(context.db)
  const page = async () => (await answerOf(ballotPage(await asked(links.ballot(vote.slug), vote.slug, voter)))).data
  const file = async () => receiptFile(await asked(links.receipt(vote.slug), vote.slug, voter))
  expect((await page()).receipt).toBeNull()
  expect((await answerOf(file())).status).toBe(404)
  await fillBallot(context.db, { ...vote, voterId: voter.id }, () => 4, DURING)
  const { code } = await context.db.selectFrom('receipt').select('code').executeTakeFirstOrThrow()
  expect((await page()).receipt).toEqual({ code, head: null })
  await publishDueHeads(context.db, new Date(DURING.getTime() + 3_600_000))
  const head = await context.db.selectFrom('publishedHead').selectAll().executeTakeFirstOrThrow()
  expect((await page()).receipt).toMatchObject({ code, head: { sequence: 5, hash: head.hash } })
  const text = await (await file()).text()
  expect(text).toContain(`--receipt ${code} --head 5:${head.hash}`)
  const { pseudonym } = await context.db.selectFrom('ballotEvent').select('pseudonym').executeTakeFirstOrThrow()
  for (const secret of [pseudonym ?? '', voter.id, ...vote.entryIds]) expect(text).not.toContain(secret)
})

test('the browser’s SHA-256 checks what the server’s wrote', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const check = checkContest({ hashing: NOBLE_HASHING })
    check.add(exportRecord(randomRecord(chanceFrom(seed))))
    expect(check.end().misfit).toBeNull()
  }
})
