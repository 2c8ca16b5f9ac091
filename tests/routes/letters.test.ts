import { afterEach, beforeEach, expect, test } from 'vitest'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { removeCollaborator } from '#app/entries/remove-collaborator.server.ts'
import { links } from '#app/http/links.ts'
import { findDecisionHash } from '#app/jury/decisions.server.ts'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { sendOwedLetters } from '#app/notifications/send-owed-letters.server.ts'
import * as account from '#app/routes/account/route.tsx'
import * as myEntries from '#app/routes/account_.entries/route.tsx'
import * as reports from '#app/routes/admin.reports/route.tsx'
import * as collaborators from '#app/routes/entries.$entryId_.edit_.collaborators/route.tsx'
import * as answers from '#app/routes/jury.$slug_.answers/route.tsx'
import * as decision from '#app/routes/jury.$slug_.decision/route.tsx'
import { momentText } from '#app/ui/moment-text.ts'
import { publishHead } from '#app/voting/publish-heads.server.ts'
import { findLastPublishedHead } from '#app/voting/published-heads.server.ts'
import { writing } from '#db/database.server.ts'
import { answerOf } from '../answer.ts'
import { aContest, expectDone } from '../contests-in-phases.ts'
import { APPROVAL, aDecidedContest, aFrozenContest, judge } from '../decided-contests.ts'
import { anEntry } from '../entries-in-contests.ts'
import { mailsIn, pathIn } from '../mailbox.ts'
import { aMember, anAdmin, type TestPerson } from '../people.ts'
import { NOW, requestTo, routeContext, type TestContext } from '../route-context.ts'

let context: TestContext

/** What the server does each second with the letters that are owed. */
const sendOwed = () => sendOwedLetters({ ...context, locale: 'en', isStopping: () => false })

beforeEach(async () => {
  context = await routeContext()
})
afterEach(() => context.close())

async function asked(
  path: string,
  as: TestPerson,
  params: Record<string, string>,
  form?: Record<string, string | string[]>,
) {
  return { request: await requestTo(context, path, { as, form }), params, context }
}

test('every maker of the winner is told that it was chosen, in a letter and on their own pages, until they have signed', async () => {
  const hand = await aMember(context.db, { language: 'it' })
  const contest = await aFrozenContest(context.db, { now: NOW, collaborators: [hand] })
  const { slug, jurors, entryIds, designers } = contest
  await judge(context.db, contest, [APPROVAL], NOW)
  const form = { seen: entryIds[0], letter: '' }
  const signed = await answerOf(decision.action(await asked(links.decision(slug), jurors[0], { slug }, form)))
  expect(signed.status).toBe(303)
  // Whatever ends the process here, what starts after it still owes them.
  expect(await mailsIn(context)).toEqual([])
  expect([await sendOwed(), await sendOwed()]).toEqual([2, 0])

  const run = await context.db.selectFrom('run').select('id').executeTakeFirstOrThrow()
  const mails = await mailsIn(context)
  expect(mails.map(({ to }) => to).toSorted()).toEqual([designers[0].email, hand.email].toSorted())
  const decided = await findDecisionHash(context.db, contest.contestId)
  for (const mail of mails) {
    expect(pathIn(context, mail)).toBe(links.agreement(run.id))
    expect(mail.text).toContain(decided)
  }
  expect(mails.find(({ to }) => to === hand.email)?.subject).toContain('è stato scelto')

  for (const [person, waiting] of [
    [designers[0], 1],
    [hand, 1],
    [designers[1], 0],
  ] as const) {
    const profile = await answerOf(account.loader(await asked(links.account(), person, {})))
    const mine = await answerOf(myEntries.loader(await asked(links.myEntries(), person, {})))
    expect([profile.data.agreements, mine.data.agreements]).toMatchObject([{ length: waiting }, { length: waiting }])
  }
})

test('each designer is told when their entry has its answer, once, and nobody else', async () => {
  const { slug, admin, entryIds, designers } = await aDecidedContest(context.db, { now: NOW })
  const before = await sendOwed()
  const reason = 'We loved the colours, and the last would not survive a winter.'
  const form = { entries: entryIds.slice(1), kind: 'not-now', reason }
  const given = await answerOf(answers.action(await asked(links.answers(slug), admin, { slug }, form)))
  expect(given.status).toBe(303)
  expect([await sendOwed(), await sendOwed()]).toEqual([2, 0])
  const mails = (await mailsIn(context)).slice(before)
  expect(mails.map(({ to }) => to).toSorted()).toEqual(
    designers
      .slice(1)
      .map(({ email }) => email)
      .toSorted(),
  )
  expect(pathIn(context, mails[0])).toBe(links.result(slug))
})

test('a letter about a contest whose vote has begun carries the last head that was published, in one line', async () => {
  const contest = await aDecidedContest(context.db, { now: NOW })
  const { slug, contestId, admin, entryIds, designers } = contest
  const form = { entries: entryIds.slice(1), kind: 'not-now', reason: 'The last would not survive a winter.' }
  await writing(context.db, (trx) => publishHead(trx, { contestId }, NOW))
  expect((await answerOf(answers.action(await asked(links.answers(slug), admin, { slug }, form)))).status).toBe(303)
  await sendOwed()
  const head = await findLastPublishedHead(context.db, contestId)
  const [mail] = await mailsIn(context, designers[1].email)
  for (const text of [mail?.text, mail?.html]) {
    // As the page asks for it that checks a result.
    expect(text).toContain(` ${head?.sequence}:${head?.hash}, published `)
    expect(text).toContain(momentText(head?.publishedAt ?? '', 'UTC', 'en', 'minute'))
    expect(text).toContain(await findDecisionHash(context.db, contestId))
  }
})

test('the designer of an entry that is taken down is told why; a dismissed report is nobody’s business', async () => {
  const { contestId } = await aContest(context.db, { phase: 'open', now: NOW })
  const designer = await aMember(context.db)
  const entryId = await anEntry(context.db, { contestId, designer, at: NOW })
  const admin = await anAdmin(context.db)
  for (const ruling of ['dismissed', 'taken-down']) {
    const details = {
      entryId,
      reporter: await aMember(context.db),
      reason: 'copied',
      detail: 'It is on a shelf.',
    } as const
    const reportId = expectDone(await reportEntry(context.db, details, NOW))
    const form = { reportId, ruling, note: 'The same shoe stands in a shop.' }
    expect((await answerOf(reports.action(await asked(links.reports(), admin, {}, form)))).status).toBe(303)
    await sendOwed()
    expect(await mailsIn(context)).toHaveLength(ruling === 'taken-down' ? 1 : 0)
  }
  const [mail] = await mailsIn(context, designer.email)
  expect(mail?.text).toContain('The same shoe stands in a shop.')
  expect(pathIn(context, mail)).toBe(links.entry(entryId))
})

test('an invitation reaches who is invited, in words of ours alone', async () => {
  const { contestId } = await aContest(context.db, { phase: 'open', now: NOW })
  const designer = await aMember(context.db, { name: 'Buy at shop.example' })
  const entryId = await anEntry(context.db, { contestId, designer, at: NOW, draft: true })
  const friend = await aMember(context.db)
  const details = await asked(links.inviteCollaborator(entryId), designer, { entryId }, { handle: friend.handle })
  expect((await answerOf(collaborators.action(details))).status).toBe(303)
  expect([await sendOwed(), await sendOwed()]).toEqual([1, 0])
  const mails = await mailsIn(context)
  expect(mails.map(({ to }) => to)).toEqual([friend.email])
  expect(pathIn(context, mails[0])).toBe(links.myEntries())
  expect(mails[0]?.text).not.toContain('shop.example')
})

test('who was taken off an entry again before the letter went is not invited to it, and who is asked anew is, once', async () => {
  const { contestId } = await aContest(context.db, { phase: 'open', now: NOW })
  const [designer, friend] = [await aMember(context.db), await aMember(context.db)]
  const entryId = await anEntry(context.db, { contestId, designer, at: NOW, draft: true })
  const invite = (at: Date) => inviteCollaborator(context.db, { entryId, designer, handle: friend.handle }, at)
  expectDone(await invite(NOW))
  expectDone(await removeCollaborator(context.db, { entryId, designer, accountId: friend.id }, NOW))
  expect(await sendOwed()).toBe(0)
  expectDone(await invite(new Date(NOW.getTime() + 1)))
  context.setClock(new Date(NOW.getTime() + 1))
  expect([await sendOwed(), await sendOwed()]).toEqual([1, 0])
})
