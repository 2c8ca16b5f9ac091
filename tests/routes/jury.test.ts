import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { links } from '#app/http/links.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import * as result from '#app/routes/contests.$slug_.result/route.tsx'
import * as panels from '#app/routes/jury._index/route.tsx'
import * as room from '#app/routes/jury.$slug/route.tsx'
import * as answers from '#app/routes/jury.$slug_.answers/route.tsx'
import * as decision from '#app/routes/jury.$slug_.decision/route.tsx'
import * as docket from '#app/routes/jury.$slug_.entries.$entryId/route.tsx'
import { answerOf } from '../answer.ts'
import { APPROVAL, aDecidedContest, aFrozenContest, type FrozenContest, judge, VETO } from '../decided-contests.ts'
import { aJuror } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

type Who = { id: string } | null
type Form = Record<string, string | string[]>

let context: TestContext
let contest: FrozenContest

beforeEach(async () => {
  context = await routeContext()
  contest = await aFrozenContest(context.db, { now: NOW })
})
afterEach(() => context.close())

async function asked(path: string, as: Who, params: Record<string, string>, form?: Form) {
  return { request: await requestTo(context, path, { as, form }), params, context }
}
const verdictArgs = (as: Who, form?: Form, entryId: string = contest.entryIds[0]) =>
  asked(links.verdict(contest.slug, entryId), as, { slug: contest.slug, entryId }, form)
const decisionArgs = (as: Who, form?: Form) => asked(links.decision(contest.slug), as, { slug: contest.slug }, form)
const answersArgs = (as: Who, form?: Form) => asked(links.answers(contest.slug), as, { slug: contest.slug }, form)
const resultArgs = (as: Who) => asked(links.result(contest.slug), as, { slug: contest.slug })

describe('the jury’s rooms', () => {
  test('send a visitor to sign in, and tell others that they do not sit there', async () => {
    const [member] = contest.designers
    const elsewhere = await aJuror(context.db)
    const { slug } = contest
    const visitor = await answerOf(room.loader(await asked(links.juryRoom(slug), null, { slug })))
    expect([visitor.status, visitor.headers.get('Location')]).toEqual([302, links.signIn(links.juryRoom(slug))])
    for (const as of [member, contest.admin, elsewhere]) {
      expect((await answerOf(room.loader(await asked(links.juryRoom(slug), as, { slug })))).status).toBe(403)
      expect((await answerOf(docket.loader(await verdictArgs(as)))).status).toBe(403)
      expect((await answerOf(docket.action(await verdictArgs(as, { ...VETO, code: 'cost' })))).status).toBe(403)
      expect((await answerOf(decision.loader(await decisionArgs(as)))).status).toBe(403)
      expect((await answerOf(decision.action(await decisionArgs(as, { seen: 'no-production' })))).status).toBe(403)
    }
    expect(await context.db.selectFrom('verdict').selectAll().execute()).toEqual([])
  })

  test('list the panels a juror sits on', async () => {
    const { data } = await answerOf(panels.loader(await asked(links.jury(), contest.jurors[1], {})))
    expect(data.panels).toMatchObject([{ slug: contest.slug, phase: 'jury' }])
    const none = await answerOf(panels.loader(await asked(links.jury(), await aJuror(context.db), {})))
    expect(none.data.panels).toEqual([])
  })

  test('know no contest and no entry that is not there', async () => {
    const [juror] = contest.jurors
    const unknown = await asked(links.juryRoom('none'), juror, { slug: 'none' })
    expect((await answerOf(room.loader(unknown))).status).toBe(404)
    expect((await answerOf(docket.loader(await verdictArgs(juror, undefined, 'none')))).status).toBe(404)
  })
})

describe('the verdict form', () => {
  test('keeps what was typed and says beside each field what a veto lacks', async () => {
    const typed = { kind: 'veto', code: '', reason: 'Too dear.' }
    const { status, data } = await answerOf(docket.action(await verdictArgs(contest.jurors[0], typed)))
    expect(status).toBe(422)
    expect(data).toMatchObject({ typed })
    expect(Object.keys('errors' in data ? data.errors : {})).toEqual(['code', 'reason'])
  })

  test('stamps, and comes back to the entry', async () => {
    const form = { kind: 'approve', code: '', reason: '' }
    const { status, headers } = await answerOf(docket.action(await verdictArgs(contest.jurors[0], form)))
    expect([status, headers.get('Location')]).toEqual([303, links.verdict(contest.slug, contest.entryIds[0])])
  })

  test('is refused after the decision, with its words kept', async () => {
    contest = await aDecidedContest(context.db, { now: NOW })
    const form = { kind: 'veto', code: 'cost', reason: VETO.reason }
    const { status, data } = await answerOf(docket.action(await verdictArgs(contest.jurors[0], form)))
    expect(status).toBe(409)
    expect(data).toMatchObject({ typed: form })
  })
})

describe('the decision', () => {
  test('shows the ladder to the panel, and who may sign', async () => {
    await judge(context.db, contest, [VETO, APPROVAL], NOW)
    const [closer, other] = contest.jurors
    const seen = await answerOf(decision.loader(await decisionArgs(closer)))
    expect(seen.data.signer).toBe('Juror 1')
    expect(seen.data.ladder?.lines.map(({ rung }) => rung.finding)).toEqual(['vetoed', 'wins', 'not-reached'])
    expect((await answerOf(decision.loader(await decisionArgs(other)))).data.signer).toBeNull()
  })

  test('signed from a stale page is refused and signs nothing', async () => {
    await judge(context.db, contest, [APPROVAL], NOW)
    const [closer, other] = contest.jurors
    await giveVerdict(context.db, { entryId: contest.entryIds[0], jurorId: other.id, verdict: VETO }, NOW)
    const form = { seen: contest.entryIds[0], letter: 'Well done, all of you.' }
    const { status, data } = await answerOf(decision.action(await decisionArgs(closer, form)))
    expect(status).toBe(409)
    expect(data).toMatchObject({ typed: { letter: form.letter } })
    expect(await context.db.selectFrom('decision').selectAll().execute()).toEqual([])
  })

  test('without a winner asks for the letter beside its field', async () => {
    await judge(context.db, contest, [VETO, VETO, VETO], NOW)
    const form = { seen: 'no-production', letter: 'Sorry.' }
    const { status, data } = await answerOf(decision.action(await decisionArgs(contest.jurors[0], form)))
    expect(status).toBe(422)
    expect(data).toMatchObject({ errors: { letter: [expect.any(String)] }, typed: form })
  })

  test('once signed leads to the result, from the form as from the page', async () => {
    await judge(context.db, contest, [APPROVAL], NOW)
    const form = { seen: contest.entryIds[0], letter: '' }
    const signed = await answerOf(decision.action(await decisionArgs(contest.jurors[0], form)))
    expect([signed.status, signed.headers.get('Location')]).toEqual([303, links.result(contest.slug)])
    const again = await answerOf(decision.loader(await decisionArgs(contest.jurors[0])))
    expect([again.status, again.headers.get('Location')]).toEqual([302, links.result(contest.slug)])
  })
})

describe('the result', () => {
  test('shows the digest and nothing else before the decision, to anybody', async () => {
    await judge(context.db, contest, [VETO], NOW)
    for (const as of [null, contest.admin, contest.jurors[0], contest.designers[0]]) {
      const { data } = await answerOf(result.loader(await resultArgs(as)))
      expect(data.result).toBeNull()
      expect(data.freeze?.head.hash).toHaveLength(64)
      expect(data.freeze?.tally?.digest).toHaveLength(64)
      expect(JSON.stringify(data)).not.toContain(VETO.reason)
    }
  })

  test('is public after it', async () => {
    contest = await aDecidedContest(context.db, { now: NOW, verdicts: [VETO, APPROVAL] })
    const { status, data } = await answerOf(result.loader(await resultArgs(null)))
    expect(status).toBe(200)
    expect(data.result?.lines.map(({ finding }) => finding)).toEqual(['vetoed', 'wins', 'not-reached'])
    expect(data.mayAnswer).toBe(false)
  })
})

describe('the answers', () => {
  const REASON = 'We loved the colours, and the last would not survive a winter.'

  test('are there after the decision, for the panel and the admins', async () => {
    expect((await answerOf(answers.loader(await answersArgs(contest.admin)))).status).toBe(404)
    contest = await aDecidedContest(context.db, { now: NOW })
    for (const as of [contest.admin, contest.jurors[1]]) {
      const { data } = await answerOf(answers.loader(await answersArgs(as)))
      expect(data.waiting).toHaveLength(3)
    }
    for (const as of [contest.designers[0], await aJuror(context.db)]) {
      expect((await answerOf(answers.loader(await answersArgs(as)))).status).toBe(403)
    }
  })

  test('keep the ticks and the words when something lacks', async () => {
    contest = await aDecidedContest(context.db, { now: NOW })
    const entries = contest.entryIds.slice(1)
    const { status, data } = await answerOf(
      answers.action(await answersArgs(contest.admin, { entries, reason: REASON })),
    )
    expect(status).toBe(422)
    expect(data).toMatchObject({ typed: { entries, reason: REASON }, errors: { kind: [expect.any(String)] } })
  })

  test('given twice from two pages are given once', async () => {
    contest = await aDecidedContest(context.db, { now: NOW })
    const form = { entries: contest.entryIds[1], kind: 'not-now', reason: REASON }
    const statuses = []
    for (const as of [contest.admin, contest.jurors[0]]) {
      statuses.push((await answerOf(answers.action(await answersArgs(as, form)))).status)
    }
    expect(statuses).toEqual([303, 409])
  })
})
