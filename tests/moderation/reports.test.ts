import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findEntryPage } from '#app/entries/entry-pages.server.ts'
import { listPublishedIds } from '#app/entries/gallery-entries.server.ts'
import { reportSchema, rulingSchema } from '#app/moderation/report.ts'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { listOpenReports, listRuledReports } from '#app/moderation/reports.server.ts'
import { ruleOnReport } from '#app/moderation/rule-on-report.server.ts'
import type { Database } from '#db/schema.ts'
import { aContest } from '../contests-in-phases.ts'
import { anEntry, expectDone } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, anAdmin, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const REASON = 'The sole is a registered pattern of another maker.'
let db: Kysely<Database>
let contestId: string
let designer: TestPerson
let entryId: string

beforeEach(async () => {
  db = await freshDatabase()
  contestId = (await aContest(db, { phase: 'open', now: NOW })).contestId
  designer = await aMember(db)
  entryId = await anEntry(db, { contestId, designer, at: NOW })
})
afterEach(() => db.destroy())

const refusalOf = (outcome: { ok: boolean; refusal?: unknown }) => outcome.refusal

async function aReport(): Promise<string> {
  const reporter = await aMember(db)
  return expectDone(await reportEntry(db, { entryId, reporter, reason: 'copied', detail: 'Seen in Porto.' }, NOW))
}

test('one person reports an entry once, and never their own or one they cannot see', async () => {
  const reporter = await aMember(db)
  const details = { entryId, reporter, reason: 'offensive', detail: '' } as const
  expectDone(await reportEntry(db, details, NOW))
  expect(refusalOf(await reportEntry(db, details, NOW))).toBe('already-reported')
  expect(refusalOf(await reportEntry(db, { ...details, reporter: designer }, NOW))).toBe('own-entry-reported')
  const draft = await anEntry(db, { contestId, designer, at: NOW, draft: true })
  expect(refusalOf(await reportEntry(db, { ...details, entryId: draft }, NOW))).toBe('entry-not-found')
})

test('a take-down hides the entry, says why, and answers every open report at once', async () => {
  const [first] = [await aReport(), await aReport()]
  const admin = await anAdmin(db)
  const details = { reportId: first, admin, ruling: 'taken-down', note: REASON } as const
  expectDone(await ruleOnReport(db, { ...details, steps: [] }, NOW))
  expect(await listPublishedIds(db, contestId)).toEqual([])
  const reading = await findEntryPage(db, { entryId, viewer: null }, NOW)
  expect(reading).toMatchObject({ found: 'gone', why: 'taken-down', reason: REASON })
  expect(await listOpenReports(db, admin, NOW)).toHaveLength(0)
  expect(await listRuledReports(db, admin, NOW)).toHaveLength(2)
  expect(refusalOf(await ruleOnReport(db, { ...details, steps: [] }, NOW))).toBe('report-already-ruled')
  const kinds = await db.selectFrom('activity').select('kind').where('actorId', '=', admin.id).execute()
  const ruled = kinds.map(({ kind }) => kind).filter((kind) => kind.includes('rule') || kind.includes('taken'))
  expect(ruled).toEqual(['report-ruled', 'report-ruled', 'entry-taken-down'])
})

test('a dismissal answers one report and leaves the entry and the other reports', async () => {
  const [first, second] = [await aReport(), await aReport()]
  const admin = await anAdmin(db)
  expectDone(await ruleOnReport(db, { steps: [], reportId: first, admin, ruling: 'dismissed', note: '' }, NOW))
  const [open] = await listOpenReports(db, admin, NOW)
  expect(open?.reports.map(({ id }) => id)).toEqual([second])
  expect(open?.entry.authors, 'admins judge the work, not its author').toBeNull()
  expect(await listPublishedIds(db, contestId)).toEqual([entryId])
})

test('only an admin rules', async () => {
  const reportId = await aReport()
  const details = { reportId, ruling: 'dismissed', note: '' } as const
  expect(refusalOf(await ruleOnReport(db, { steps: [], ...details, admin: designer }, NOW))).toBe('not-your-role')
  const admin = await anAdmin(db)
  expect(refusalOf(await ruleOnReport(db, { steps: [], ...details, reportId: 'none', admin }, NOW))).toBe(
    'report-not-found',
  )
})

test('“copied” and “something else” need words, and so does a take-down', () => {
  expect(reportSchema.safeParse({ reason: 'copied', detail: ' ' }).success).toBe(false)
  expect(reportSchema.safeParse({ reason: 'offensive' }).success).toBe(true)
  expect(reportSchema.safeParse({ reason: 'ugly' }).success).toBe(false)
  expect(rulingSchema.safeParse({ reportId: 'r', ruling: 'taken-down', note: 'No.' }).success).toBe(false)
  expect(rulingSchema.safeParse({ reportId: 'r', ruling: 'dismissed' }).success).toBe(true)
})
