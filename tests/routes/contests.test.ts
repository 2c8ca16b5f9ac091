import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loader as listPage } from '#app/routes/contests._index/route.tsx'
import { loader as briefPage } from '#app/routes/contests.$slug/route.tsx'
import { loader as logPage } from '#app/routes/contests.$slug_.log/route.tsx'
import { extendDueVotings } from '#app/voting/close-due-votings.server.ts'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { answerOf } from '../answer.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry } from '../entries-in-contests.ts'
import { aMember, anAdmin } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let context: TestContext

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function read<Data>(
  loader: (args: { request: Request; params: Record<string, string>; context: TestContext }) => Promise<Data>,
  path: string,
  params: Record<string, string>,
  as: { id: string } | null = null,
) {
  return answerOf(loader({ request: await requestTo(context, path, { as }), params, context }))
}

describe('the list of contests', () => {
  test('shows what runs by its phase and what has ended apart, and no draft', async () => {
    for (const phase of ['draft', 'announced', 'open', 'voting', 'jury', 'cancelled'] as const) {
      await aContest(context.db, { phase, now: NOW, title: phase })
    }
    const { data } = await read(listPage, '/contests', {})
    expect(data.running.map(({ phase }) => phase).sort()).toEqual(['announced', 'jury', 'open', 'voting'])
    expect(data.ended.contests.map(({ title }) => title)).toEqual(['cancelled'])
  })

  test('is calm about pages that do not exist', async () => {
    for (const page of ['0', '-3', '99', 'x', '1.5', '1e999']) {
      const { status, data } = await read(listPage, `/contests?page=${page}`, {})
      expect([page, status, data.ended.page]).toEqual([page, 200, 1])
    }
  })
})

describe('a brief', () => {
  test('that is a draft is nobody’s page, not even an admin’s', async () => {
    const { slug } = await aContest(context.db, { phase: 'draft', now: NOW })
    const admin = await anAdmin(context.db)
    expect((await read(briefPage, `/contests/${slug}`, { slug })).status).toBe(404)
    expect((await read(briefPage, `/contests/${slug}`, { slug }, admin)).status).toBe(404)
    expect((await read(logPage, `/contests/${slug}/log`, { slug }, admin)).status).toBe(404)
  })

  test('that was cancelled as a draft has no page either', async () => {
    const { slug, contestId, adminId } = await aContest(context.db, { phase: 'draft', now: NOW })
    const cancelledAt = NOW.toISOString()
    await context.db
      .insertInto('cancellation')
      .values({ contestId, reason: 'Never mind.', cancelledBy: adminId, cancelledAt })
      .execute()
    expect((await read(briefPage, `/contests/${slug}`, { slug })).status).toBe(404)
    expect((await read(listPage, '/contests', {})).data.ended.contests).toEqual([])
  })

  test('tells while voting how many ballots there are and how evenly the designs were seen, and at no other time', async () => {
    const turnoutOf = async (slug: string) => (await read(briefPage, `/contests/${slug}`, { slug })).data.turnout
    const open = await aContest(context.db, { phase: 'open', now: NOW })
    expect(await turnoutOf(open.slug)).toBeNull()
    const { slug, contestId } = await aContest(context.db, { phase: 'voting', now: NOW })
    for (let entries = 0; entries < 4; entries += 1) {
      const designer = await aMember(context.db)
      await anEntry(context.db, { contestId, designer, at: new Date(NOW.getTime() - 10 * DAY_MS) })
    }
    expect(await turnoutOf(slug)).toEqual({ begun: 0, counted: 0, least: 0, most: 0 })
    // Two scores make a ballot of four entries; one does not.
    for (const most of [2, 1]) {
      const voter = await aMember(context.db)
      await fillBallot(context.db, { contestId, voterId: voter.id, most }, () => 4, NOW)
    }
    expect(await turnoutOf(slug)).toMatchObject({ begun: 2, counted: 1 })
  })

  test('names its panel but never tells an address', async () => {
    const { slug } = await aContest(context.db, { phase: 'open', now: NOW })
    const { status, data } = await read(briefPage, `/contests/${slug}`, { slug })
    expect(status).toBe(200)
    expect(data.panel).toHaveLength(2)
    expect(JSON.stringify(data)).not.toContain('@example.org')
  })
})

test('a vote that extended itself says so in its dates, and where they stood before', async () => {
  const brief = { minimumScores: 5, extensionDays: 2 }
  const contest = await aContest(context.db, { phase: 'voting', now: NOW, brief })
  const designer = await aMember(context.db)
  await anEntry(context.db, { contestId: contest.contestId, designer, at: new Date(NOW.getTime() - 10 * DAY_MS) })
  const announced = contest.brief.votingClosesAt
  await extendDueVotings(context.db, new Date(announced))
  const { data } = await read(briefPage, `/contests/${contest.slug}`, { slug: contest.slug })
  const toAt = new Date(new Date(announced).getTime() + DAY_MS).toISOString()
  expect(data.extensions).toEqual([{ day: 1, fromAt: announced, toAt, extendedAt: announced }])
  expect(data.schedule).toMatchObject({ votingClosesAt: toAt, extendedFrom: announced })
  expect(data.brief).toMatchObject(brief)
})

describe('the log of a contest', () => {
  test('tells that entries came in, and while the seal holds not from whom', async () => {
    const contest = await aContest(context.db, { phase: 'voting', now: NOW })
    const designer = await aMember(context.db, { name: 'Tomás Rey' })
    const at = new Date(NOW.getTime() - 10 * 24 * 60 * 60 * 1000)
    await anEntry(context.db, { contestId: contest.contestId, designer, at })
    const { data } = await read(logPage, `/contests/${contest.slug}/log`, { slug: contest.slug })
    expect(data.log.lines.map(({ kind }) => kind)).toEqual(['entry-submitted', 'contest-published'])
    expect(JSON.stringify(data)).not.toContain('Tomás')
    expect(JSON.stringify(data)).not.toContain(designer.id)
  })

  test('lists the heads of the record that were published, from the voting on', async () => {
    const headsOf = async (slug: string) =>
      (await read(logPage, `/contests/${slug}/log?heads=7`, { slug })).data.heads?.heads
    const open = await aContest(context.db, { phase: 'open', now: NOW })
    expect(await headsOf(open.slug)).toBeUndefined()
    const { slug, contestId } = await aContest(context.db, { phase: 'voting', now: NOW })
    const designer = await aMember(context.db)
    await anEntry(context.db, { contestId, designer, at: new Date(NOW.getTime() - 10 * DAY_MS) })
    expect(await headsOf(slug)).toEqual([])
    const { id: voterId } = await aMember(context.db)
    await fillBallot(context.db, { contestId, voterId }, () => 3, NOW)
    const publishedAt = new Date(NOW.getTime() + DAY_MS)
    await publishDueHeads(context.db, publishedAt)
    expect(await headsOf(slug)).toMatchObject([{ sequence: 1, publishedAt: publishedAt.toISOString() }])
  })

  test('leaves out how the draft was made', async () => {
    const { slug } = await aContest(context.db, { phase: 'open', now: NOW })
    const { data } = await read(logPage, `/contests/${slug}/log`, { slug })
    expect(data.log.lines.map(({ kind }) => kind)).toEqual(['contest-published'])
  })
})
