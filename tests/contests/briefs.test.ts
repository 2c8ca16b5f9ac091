import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { findBrief } from '#app/contests/briefs.server.ts'
import { clarifyBrief } from '#app/contests/clarify-brief.server.ts'
import { cloneContest } from '#app/contests/clone-contest.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { createContest } from '#app/contests/create-contest.server.ts'
import { listPanel } from '#app/contests/panel-seats.server.ts'
import { publishContest } from '#app/contests/publish-contest.server.ts'
import { saveBrief } from '#app/contests/save-brief.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { setHeadPicture } from '#app/contests/set-head-picture.server.ts'
import type { Database } from '#db/schema.ts'
import { aBrief, aContest, expectDone, staff } from '../contests-in-phases.ts'
import { freshDatabase } from '../fresh-database.ts'

const now = new Date('2027-03-01T10:00:00.000Z')
const NOBODY = 'nobodynobodynobo'
let db: Kysely<Database>

beforeEach(async () => {
  db = await freshDatabase()
  return () => db.destroy()
})

async function phaseOf(contestId: string, at = now) {
  const facts = await findContestFacts(db, { id: contestId })
  return facts && phaseAt(facts.schedule, at)
}

async function happened(contestId: string): Promise<string[]> {
  const rows = await db.selectFrom('activity').select('kind').where('contestId', '=', contestId).orderBy('id').execute()
  return rows.map((row) => row.kind)
}

describe('a contest made with the verbs', () => {
  it.each(['draft', 'announced', 'open', 'voting', 'jury', 'cancelled'] as const)('stands in %s', async (phase) => {
    const { contestId } = await aContest(db, { phase, now })
    expect(await phaseOf(contestId)).toBe(phase)
  })

  it('leaves a row in the record for each thing that was done', async () => {
    const { contestId } = await aContest(db, { phase: 'open', now })
    expect(await happened(contestId)).toEqual([
      'contest-drafted',
      'brief-changed',
      'head-picture-set',
      'juror-seated',
      'juror-seated',
      'contest-published',
    ])
  })

  it('gets an address of its own when the title is taken', async () => {
    const adminId = await staff(db, 'admin', now)
    const details = { title: 'Città d’acqua', zone: 'Europe/Rome', createdBy: adminId }
    const slugs = [await createContest(db, details, now), await createContest(db, details, now)]
    expect(slugs.map((made) => expectDone(made).slug)).toEqual(['citta-dacqua', 'citta-dacqua-2'])
  })
})

describe('saving a brief', () => {
  it('keeps everything that was written, and the ids of its questions', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'draft', now })
    const question = { kind: 'choice' as const, prompt: 'Sole?', hint: '', options: ['Rubber', 'Cork'], required: true }
    const brief = { ...aBrief('Another title', now), questions: [question] }
    expectDone(await saveBrief(db, { contestId, brief, savedBy: adminId, seenAt: null }, now))
    const saved = await findBrief(db, contestId)
    expect(saved?.brief).toMatchObject(brief)
    expect(saved?.slug).toBe('another-title')
    const again = { ...brief, questions: [{ ...question, prompt: 'New' }, ...(saved?.brief.questions ?? [])] }
    expectDone(await saveBrief(db, { contestId, brief: again, savedBy: adminId, seenAt: null }, now))
    const after = await findBrief(db, contestId)
    expect(after?.brief.questions[1]?.id).toBe(saved?.brief.questions[0]?.id)
  })

  it('is refused when somebody else saved meanwhile', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'draft', now })
    const brief = aBrief('Mine', now)
    const stale = { contestId, brief, savedBy: adminId, seenAt: '2020-01-01T00:00:00.000Z' }
    expect(await saveBrief(db, stale, now)).toEqual({ ok: false, refusal: 'brief-changed-meanwhile' })
    expect((await findBrief(db, contestId))?.brief.title).toBe('A boot for rain')
  })

  it('is refused once published: prizes, rights and gates were promised', async () => {
    const { contestId, adminId, brief } = await aContest(db, { phase: 'open', now })
    const greedy = { ...brief, prizes: 'A handshake', rightsKind: 'assignment' as const }
    const details = { contestId, brief: greedy, savedBy: adminId, seenAt: null }
    expect(await saveBrief(db, details, now)).toEqual({ ok: false, refusal: 'brief-locked' })
    const picture = { contestId, pictureId: NOBODY, setBy: adminId }
    expect(await setHeadPicture(db, picture, now)).toEqual({ ok: false, refusal: 'brief-locked' })
  })

  it('is refused for a contest that does not exist', async () => {
    const details = { contestId: NOBODY, brief: aBrief('x', now), savedBy: NOBODY, seenAt: null }
    expect(await saveBrief(db, details, now)).toEqual({ ok: false, refusal: 'contest-not-found' })
  })
})

describe('publishing', () => {
  it('writes the promises down as the first version', async () => {
    const { contestId } = await aContest(db, { phase: 'announced', now })
    const publication = await db.selectFrom('publication').selectAll().executeTakeFirstOrThrow()
    expect(publication).toMatchObject({ contestId, version: 1 })
    expect(JSON.parse(publication.promises)).toMatchObject({
      quorum: 2,
      method: 'fair-ballot-1',
      royaltyBasisPoints: 500,
    })
  })

  it('happens once', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'announced', now })
    const again = await publishContest(db, { contestId, publishedBy: adminId, seenAt: null }, now)
    expect(again).toEqual({ ok: false, refusal: 'contest-already-published' })
  })

  it('is refused while something is missing, or when the draft changed since it was read', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'draft', now })
    const stale = { contestId, publishedBy: adminId, seenAt: '2020-01-01T00:00:00.000Z' }
    expect(await publishContest(db, stale, now)).toEqual({ ok: false, refusal: 'brief-changed-meanwhile' })
    const tooLate = new Date('2028-01-01T00:00:00.000Z')
    const unready = await publishContest(db, { ...stale, seenAt: null }, tooLate)
    expect(unready).toEqual({ ok: false, refusal: 'brief-not-ready' })
    expect(await phaseOf(contestId)).toBe('draft')
  })
})

describe('clarifying a published brief', () => {
  it('adds a version that differs only in its text', async () => {
    const { contestId, adminId } = await aContest(db, { phase: 'open', now })
    const text = { summary: 'Clearer.', brief: 'Draw one boot, the left one.' }
    expectDone(await clarifyBrief(db, { contestId, ...text, clarifiedBy: adminId, seenVersion: 1 }, now))
    const rows = await db.selectFrom('publication').select('promises').orderBy('version').execute()
    const [first, second] = rows.map((row) => JSON.parse(row.promises))
    expect(second).toEqual({ ...first, ...text })
    expect((await findBrief(db, contestId))?.brief).toMatchObject(text)
  })

  it.each([
    ['voting', { seenVersion: 1 }, 'brief-past-clarifying'],
    ['draft', { seenVersion: 1 }, 'brief-past-clarifying'],
    ['open', { seenVersion: 0 }, 'brief-changed-meanwhile'],
  ] as const)('in %s with %j is refused: %s', async (phase, change, refusal) => {
    const { contestId, adminId } = await aContest(db, { phase, now })
    const details = { contestId, summary: 'a', brief: 'b', clarifiedBy: adminId, ...change }
    expect(await clarifyBrief(db, details, now)).toEqual({ ok: false, refusal })
  })

  it('without changing a word is refused', async () => {
    const { contestId, adminId, brief } = await aContest(db, { phase: 'open', now })
    const same = { contestId, summary: brief.summary, brief: brief.brief, clarifiedBy: adminId, seenVersion: 1 }
    expect(await clarifyBrief(db, same, now)).toEqual({ ok: false, refusal: 'brief-unchanged' })
  })
})

describe('a clone', () => {
  it('is a draft with the same text, rules, questions and panel, and a calendar ahead', async () => {
    const questions = [{ kind: 'long' as const, prompt: 'Who wears it?', hint: '', options: [], required: true }]
    const source = await aContest(db, { phase: 'jury', now, brief: { questions } })
    const details = { contestId: source.contestId, title: 'A boot for snow', clonedBy: source.adminId }
    const clone = expectDone(await cloneContest(db, details, now))
    expect(clone.slug).toBe('a-boot-for-snow')
    const made = await findBrief(db, clone.contestId)
    expect(made?.brief).toMatchObject({ prizes: source.brief.prizes, questions: [{ prompt: 'Who wears it?' }] })
    expect(made?.brief.opensAt).toBe('2027-03-08T08:00:00.000Z')
    expect(made?.brief.votingOpensAt).toBe('2027-03-28T07:00:00.000Z')
    expect(await listPanel(db, clone.contestId)).toHaveLength(2)
    expect(await phaseOf(clone.contestId)).toBe('draft')
    const publish = { contestId: clone.contestId, publishedBy: source.adminId, seenAt: null }
    expectDone(await publishContest(db, publish, now))
  })
})
