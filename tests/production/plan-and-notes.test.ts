import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { planStage } from '#app/production/plan-stage.server.ts'
import { listNotes } from '#app/production/run-notes.server.ts'
import { findRun } from '#app/production/runs.server.ts'
import type { Stage } from '#app/production/stages.ts'
import { writeNote } from '#app/production/write-note.server.ts'
import type { Database } from '#db/schema.ts'
import { aPictureRow, expectDone } from '../contests-in-phases.ts'
import { approveFile, aRunAt, type RunMade } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aJuror, aMember, aProducer, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-20T10:00:00.000Z')
const REASON = 'The prototype walks, and the shops ask for it.'

let db: Kysely<Database>
let run: RunMade

beforeEach(async () => {
  db = await freshDatabase()
})
afterEach(() => db.destroy())

const refusedAs = (refusal: string) => ({ ok: false, refusal })
const advance = (from: Stage) => advanceStage(db, { runId: run.runId, from, movedBy: run.producer.id }, NOW)
const decide = (go: boolean) => decideGo(db, { runId: run.runId, go, reason: REASON, decidedBy: run.producer.id }, NOW)

describe('the plan of a stage', () => {
  const plan = (dueAt: string | null, ownerId: string | null = null) =>
    planStage(db, { runId: run.runId, stage: 'files', ownerId, dueAt, plannedBy: run.producer.id }, NOW)
  const station = async (now: Date) =>
    (await findRun(db, run.runId, null, now))?.stations.find((one) => one.stage === 'files')

  beforeEach(async () => {
    run = await aRunAt(db, 'files', { now: NOW })
  })

  test('turns amber by itself once its date has passed, until the run has left it', async () => {
    expectDone(await plan('2026-05-10T21:59:00.000Z'))
    expect((await station(NOW))?.late).toBe(false)
    expect((await station(LATER))?.late).toBe(true)
    await approveFile(db, { runId: run.runId, by: run.designers[0], producer: run.producer }, NOW)
    expectDone(await advance('files'))
    expect((await station(LATER))?.late).toBe(false)
  })

  test('is no longer late once the run was stopped', async () => {
    expectDone(await plan('2026-05-10T21:59:00.000Z'))
    expectDone(await decide(false))
    expect((await station(LATER))?.late).toBe(false)
  })

  test('may be said again: the last holds', async () => {
    expectDone(await plan('2026-05-10T21:59:00.000Z', run.producer.id))
    expectDone(await plan(null))
    expect(await station(NOW)).toMatchObject({ dueAt: null, ownerId: null })
  })

  test('names a producer or an admin who still is one', async () => {
    expect((await plan(null, run.admin.id)).ok).toBe(true)
    for (const { id } of [await aMember(db), await aJuror(db)]) {
      expect(await plan(null, id)).toEqual(refusedAs('owner-is-not-a-producer'))
    }
    const former = await aProducer(db)
    expectDone(await dismissStaff(db, { accountId: former.id, role: 'producer', dismissedBy: null }, NOW))
    expect(await plan(null, former.id)).toEqual(refusedAs('owner-is-not-a-producer'))
  })
})

describe('notes', () => {
  const write = (audience: 'public' | 'private', text: string, pictures: { pictureId: string; alt: string }[] = []) =>
    writeNote(db, { runId: run.runId, audience, text, pictures, writtenBy: run.producer.id }, NOW)
  const textsFor = async (viewer: TestPerson | null) =>
    (await listNotes(db, run.runId, viewer)).map(({ text }) => text).sort()

  beforeEach(async () => {
    run = await aRunAt(db, 'files', { now: NOW })
  })

  test('that are private are for staff; the public ones for everybody', async () => {
    expectDone(await write('public', 'The last is carved.'))
    expectDone(await write('private', 'The supplier asks for more.'))
    for (const viewer of [null, run.designers[0]]) expect(await textsFor(viewer)).toEqual(['The last is carved.'])
    expect(await textsFor(run.producer)).toHaveLength(2)
  })

  test('carry pictures with words for those who cannot see them', async () => {
    const pictureId = await aPictureRow(db, run.producer.id, NOW)
    expect(await write('public', 'Look.', [{ pictureId, alt: '' }])).toEqual(refusedAs('note-picture-not-described'))
    expectDone(await write('public', 'Look.', [{ pictureId, alt: 'A wooden last' }]))
    expect(await listNotes(db, run.runId, null)).toMatchObject([
      { stage: 'files', writerName: 'Pia Producer', pictures: [{ id: pictureId, alt: 'A wooden last' }] },
    ])
  })

  test('sent twice are kept once', async () => {
    const first = expectDone(await write('public', 'The last is carved.'))
    const again = expectDone(await write('public', 'The last is carved.'))
    expect([first.again, again]).toEqual([false, { ...first, again: true }])
    expectDone(await write('private', 'The last is carved.'))
    expect(await textsFor(run.producer)).toHaveLength(2)
  })
})
