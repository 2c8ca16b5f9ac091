import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passwordMatches } from '#app/accounts/password-hash.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import { listProductionFiles } from '#app/production/production-files.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { isLate } from '#app/production/stages.ts'
import { lookAtBallots } from '#app/voting/desk/look.server.ts'
import type { Database } from '#db/schema.ts'
import { DEMO_PASSWORD } from '#db/seeds/brand.ts'
import { drawShoe } from '#db/seeds/drawings/shoes.ts'
import { type DemoMap, seedDemo } from '#db/seeds/seed-demo.ts'
import { aPicture } from '../entries-in-contests.ts'
import { freshDatabase } from '../fresh-database.ts'

const NOW = new Date('2026-06-17T10:30:00.000Z')
const SMALL = { entriesMost: 9, votersMost: 16, furtherPictures: false }
const { alt } = drawShoe(1)

let db: Kysely<Database>
let made: DemoMap
const folder = mkdtempSync(join(tmpdir(), 'placet-demo-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  db = await freshDatabase()
  const store = await openDiskStore(folder)
  const album = { store, take: async (_: unknown, by: string, at: Date) => ({ id: await aPicture(db, by, at), alt }) }
  made = await seedDemo(db, { album, now: NOW, size: SMALL })
}, 120_000)

describe('the demo', () => {
  test('there is a contest in every phase', async () => {
    const { voting, open, announced, jury, halfway, launched, noProduction } = made
    const phases = await Promise.all([announced, open, voting, jury, halfway, launched, noProduction].map(phaseOf))
    expect(phases).toEqual(['announced', 'open', 'voting', 'jury', 'decided', 'decided', 'decided'])
  })

  test('there are more than forty members, four jurors, two producers, two admins, and all of them can sign in', async () => {
    const accounts = await db.selectFrom('account').select(['passwordHash', 'emailConfirmedAt', 'bio']).execute()
    const roles = await db
      .selectFrom('roleGrant')
      .select(['role', (eb) => eb.fn.countAll<number>().as('people')])
      .groupBy('role')
      .orderBy('role')
      .execute()
    expect(roles).toEqual([
      { role: 'admin', people: 2 },
      { role: 'juror', people: 4 },
      { role: 'producer', people: 2 },
    ])
    expect(accounts.length - 8).toBeGreaterThanOrEqual(44)
    expect(accounts.every(({ emailConfirmedAt, bio }) => emailConfirmedAt !== null && bio !== '')).toBe(true)
    const hashes = new Set(accounts.map(({ passwordHash }) => passwordHash))
    expect(hashes.size).toBe(1)
    expect(await passwordMatches([...hashes][0] ?? null, DEMO_PASSWORD)).toBe(true)
  })

  test('the vote that is open has ballots that count and ballots that do not yet', async () => {
    const { id } = await contestOf(made.voting)
    const ballots = await db
      .selectFrom('score')
      .select(['voterId', (eb) => eb.fn.countAll<number>().as('scores')])
      .where('contestId', '=', id)
      .groupBy('voterId')
      .execute()
    // Nine entries ask for three scores.
    expect(ballots.some(({ scores }) => scores >= 3)).toBe(true)
    expect(ballots.length).toBeGreaterThanOrEqual(12)
    expect(await db.selectFrom('freeze').select('contestId').where('contestId', '=', id).execute()).toEqual([])
  })

  test('six ballots of that vote are stuffed, and the signals propose to put them aside', async () => {
    const { id } = await contestOf(made.voting)
    const { named } = await lookAtBallots(db, id)
    const stuffed = named.filter(({ signals }) => signals.some(({ name }) => name === 'shared-device'))
    expect(stuffed.map(({ proposesQuarantine }) => proposesQuarantine)).toEqual(Array(6).fill(true))
  })

  test('one vote by duels is open, and one was decided, in which the panel compared the finalists too', async () => {
    const [open, decided] = [await contestOf(made.duels), await contestOf(made.noProduction)]
    expect(await phaseOf(made.duels)).toBe('voting')
    for (const { id } of [open, decided]) {
      const duels = await db.selectFrom('duel').select('value').where('contestId', '=', id).execute()
      expect(duels.filter(({ value }) => value !== null).length).toBeGreaterThan(30)
      expect(await db.selectFrom('score').select('entryId').where('contestId', '=', id).execute()).toEqual([])
    }
    const order = await db.selectFrom('panelOrder').select('place').where('contestId', '=', decided.id).execute()
    expect(order).toHaveLength(5)
  })

  test('the run half-way has a production file that needed a second version', async () => {
    const versions = await listProductionFiles(db, made.halfwayRun)
    expect(versions.map(({ version, kind, ruling }) => [version, kind, ruling?.ruling])).toEqual([
      [2, 'pdf', 'approved'],
      [1, 'pdf', 'changes-wanted'],
    ])
  })

  test('the jury has begun and waits for somebody', async () => {
    const { id } = await contestOf(made.jury)
    const verdicts = await db.selectFrom('verdict').select('jurorId').where('contestId', '=', id).execute()
    expect(verdicts.length).toBeGreaterThan(0)
    expect(await db.selectFrom('freeze').select('contestId').where('contestId', '=', id).execute()).toHaveLength(1)
  })

  test('the crowd’s first was vetoed with a reason and the next one won', async () => {
    const { id } = await contestOf(made.halfway)
    const steps = await db
      .selectFrom('decisionStep')
      .innerJoin('entry', 'entry.id', 'decisionStep.entryId')
      .select(['decisionStep.place', 'decisionStep.finding', 'entry.title'])
      .where('decisionStep.contestId', '=', id)
      .orderBy('place')
      .execute()
    expect(steps[0]).toEqual({ place: 1, finding: 'vetoed', title: 'Crescent Wrench' })
    expect(steps.find(({ finding }) => finding === 'wins')?.title).toBe('Left Shoulder')
    const veto = await db
      .selectFrom('verdict')
      .select(['code', 'reason'])
      .where('contestId', '=', id)
      .where('kind', '=', 'veto')
      .executeTakeFirstOrThrow()
    expect(veto.code).toBe('safety')
    expect(veto.reason.length).toBeGreaterThan(100)
  })

  test('its run stands at the prototype, which is late, with notes and pictures', async () => {
    const facts = await findRunFacts(db, made.halfwayRun)
    expect(facts?.stage).toBe('prototype')
    const plan = await db
      .selectFrom('stagePlan')
      .select('dueAt')
      .where('runId', '=', made.halfwayRun)
      .where('stage', '=', 'prototype')
      .executeTakeFirstOrThrow()
    expect(isLate(plan.dueAt, null, NOW)).toBe(true)
    const pictures = await db
      .selectFrom('notePicture')
      .innerJoin('stageNote', 'stageNote.id', 'notePicture.noteId')
      .select('notePicture.alt')
      .where('stageNote.runId', '=', made.halfwayRun)
      .execute()
    expect(pictures.length).toBeGreaterThanOrEqual(4)
  })

  test('a product is on the shelf, with picture, story, price and shop', async () => {
    const product = await db
      .selectFrom('product')
      .selectAll()
      .where('slug', '=', made.product)
      .executeTakeFirstOrThrow()
    expect(product.headPictureId).not.toBeNull()
    for (const text of [product.story, product.price, product.shopUrl, product.headAlt]) expect(text).not.toBe('')
  })

  test('every entry of a decided contest has its answer', async () => {
    for (const slug of [made.halfway, made.launched, made.noProduction]) {
      const { id } = await contestOf(slug)
      const unanswered = await db
        .selectFrom('standing')
        .leftJoin('brandAnswer', 'brandAnswer.entryId', 'standing.entryId')
        .select('standing.entryId')
        .where('standing.contestId', '=', id)
        .where('brandAnswer.entryId', 'is', null)
        .execute()
      expect(unanswered).toEqual([])
    }
  })

  test('what a contest’s public record tells is in the order of time', async () => {
    const rows = await db
      .selectFrom('activity')
      .select(['contestId', 'at', 'kind'])
      .where('contestId', 'is not', null)
      // Two people fill their ballots at once, and nobody but them reads of it.
      .where('kind', 'not in', ['would-buy-marked', 'passed-entries-recalled'])
      .orderBy('contestId')
      .orderBy('id')
      .execute()
    const backwards = rows.filter((row, index) => {
      const before = rows[index - 1]
      return before !== undefined && before.contestId === row.contestId && before.at > row.at
    })
    expect(backwards).toEqual([])
  })

  test('nothing happens after the moment at which the demo is made', async () => {
    const { last } = await db
      .selectFrom('activity')
      .select((eb) => eb.fn.max('at').as('last'))
      .executeTakeFirstOrThrow()
    expect(last <= NOW.toISOString()).toBe(true)
  })
})

async function contestOf(slug: string) {
  const facts = await findContestFacts(db, { slug })
  if (!facts) throw new Error(`There is no contest ${slug}.`)
  return facts.contest
}

async function phaseOf(slug: string) {
  const facts = await findContestFacts(db, { slug })
  return facts && phaseAt(facts.schedule, NOW)
}
