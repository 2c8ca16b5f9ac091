import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deleteAccount } from '#app/accounts/delete-account.server.ts'
import { advanceStage } from '#app/production/advance-stage.server.ts'
import { findAgreement, listAgreementsToSign } from '#app/production/agreements.server.ts'
import { decideGo } from '#app/production/decide-go.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import { findRun } from '#app/production/runs.server.ts'
import { signAgreement } from '#app/production/sign-agreement.server.ts'
import type { Stage } from '#app/production/stages.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../contests-in-phases.ts'
import { aRunAt, type RunMade } from '../decided-contests.ts'
import { freshDatabase } from '../fresh-database.ts'
import { aMember, PASSWORD, type TestPerson } from '../people.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const REASON = 'The prototype walks, and the shops ask for it.'

let db: Kysely<Database>
let run: RunMade

beforeEach(async () => {
  db = await freshDatabase()
})
afterEach(() => db.destroy())

const refusedAs = (refusal: string) => ({ ok: false, refusal })
const advance = (from: Stage) => advanceStage(db, { runId: run.runId, from, movedBy: run.producer.id }, NOW)
const sign = ({ id: accountId }: { id: string }) =>
  signAgreement(db, { runId: run.runId, accountId, fullName: 'Full Name', terms: 'As agreed.' }, NOW)
const decide = (go: boolean) => decideGo(db, { runId: run.runId, go, reason: REASON, decidedBy: run.producer.id }, NOW)
const leave = ({ id: accountId }: { id: string }) =>
  deleteAccount(db, { accountId, password: PASSWORD, steps: [] }, NOW)
const stage = async () => (await findRunFacts(db, run.runId))?.stage

describe('the agreement', () => {
  let hand: TestPerson

  beforeEach(async () => {
    hand = await aMember(db, { name: 'Cleo Collaborator' })
    run = await aRunAt(db, 'agreement', { now: NOW, collaborators: [hand] })
  })

  test('keeps the run until the designer and every collaborator have signed', async () => {
    expect(await advance('agreement')).toEqual(refusedAs('agreement-unsigned'))
    expectDone(await sign(run.designers[0]))
    expect(await advance('agreement')).toEqual(refusedAs('agreement-unsigned'))
    expectDone(await sign(hand))
    expect(expectDone(await advance('agreement'))).toEqual({ stage: 'files' })
  })

  test('is signed by its makers alone, once each, and kept as it was read', async () => {
    for (const person of [run.designers[1], run.producer, run.admin]) {
      expect(await sign(person)).toEqual(refusedAs('not-yours-to-sign'))
    }
    expectDone(await sign(hand))
    expect(await sign(hand)).toEqual(refusedAs('already-signed'))
    const kept = await findAgreement(db, run.runId, hand.id)
    expect(kept?.signature).toEqual({ fullName: 'Full Name', terms: 'As agreed.', signedAt: NOW.toISOString() })
    await expect(db.updateTable('signature').set({ terms: 'Else.' }).execute()).rejects.toThrow('append-only')
  })

  test('is shown to its makers and to nobody else', async () => {
    expect(await findAgreement(db, run.runId, run.designers[0].id)).toBeDefined()
    for (const { id } of [run.designers[1], run.producer])
      expect(await findAgreement(db, run.runId, id)).toBeUndefined()
  })

  test('waits on a maker’s list until it is signed', async () => {
    expect(await listAgreementsToSign(db, hand.id)).toEqual([{ runId: run.runId, title: 'Design 1' }])
    expectDone(await sign(hand))
    expect(await listAgreementsToSign(db, hand.id)).toEqual([])
    expect(await listAgreementsToSign(db, run.designers[1].id)).toEqual([])
  })

  test('does not wait for a maker who deleted their account', async () => {
    expectDone(await sign(run.designers[0]))
    expectDone(await leave(hand))
    expect((await advance('agreement')).ok).toBe(true)
  })

  test('is not made up when every maker is gone: the run can only be ended', async () => {
    expectDone(await leave(run.designers[0]))
    expectDone(await leave(hand))
    expect(await advance('agreement')).toEqual(refusedAs('nobody-left-to-sign'))
    expectDone(await decide(false))
    expect(await advance('agreement')).toEqual(refusedAs('no-go'))
  })
})

describe('moving a run', () => {
  test('goes one stage at a time and tells the record who moved it', async () => {
    run = await aRunAt(db, 'tech-pack', { now: NOW })
    expect(expectDone(await advance('tech-pack'))).toEqual({ stage: 'prototype' })
    const moved = await db.selectFrom('activity').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
    expect(moved).toMatchObject({ kind: 'stage-moved', actorId: run.producer.id, runId: run.runId })
  })

  test('from a page grown stale moves nothing: a form sent twice moves once', async () => {
    run = await aRunAt(db, 'tech-pack', { now: NOW })
    expectDone(await advance('tech-pack'))
    expect(await advance('tech-pack')).toEqual(refusedAs('stage-moved-meanwhile'))
    expect(await advance('making')).toEqual(refusedAs('stage-moved-meanwhile'))
    expect(await stage()).toBe('prototype')
  })

  test('past go / no-go needs the go of somebody with a name', async () => {
    run = await aRunAt(db, 'go-no-go', { now: NOW })
    expect(await advance('go-no-go')).toEqual(refusedAs('go-missing'))
    expectDone(await decide(true))
    expect(expectDone(await advance('go-no-go'))).toEqual({ stage: 'making' })
  })

  test('to the launch has its own verb', async () => {
    run = await aRunAt(db, 'making', { now: NOW })
    expect(await advance('making')).toEqual(refusedAs('launch-has-its-own-form'))
  })

  test('that does not exist is refused', async () => {
    expect(await advanceStage(db, { runId: 'none', from: 'files', movedBy: 'x' }, NOW)).toEqual(
      refusedAs('no-such-run'),
    )
  })
})

describe('go or no-go', () => {
  test('is given once', async () => {
    run = await aRunAt(db, 'go-no-go', { now: NOW })
    expectDone(await decide(true))
    expect(await decide(false)).toEqual(refusedAs('go-already-decided'))
  })

  test('a go waits for its stage; a no-go ends the run wherever it stands, in public', async () => {
    run = await aRunAt(db, 'files', { now: NOW })
    expect(await decide(true)).toEqual(refusedAs('not-at-go-no-go'))
    expectDone(await decide(false))
    expect(await advance('files')).toEqual(refusedAs('no-go'))
    expect(await findRun(db, run.runId, null, NOW)).toMatchObject({ go: false, stage: 'files' })
  })
})
