import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import { isSolved, issueChallenge } from '#app/voting/proof/challenges.server.ts'
import { giveProof } from '#app/voting/proof/give-proof.server.ts'
import { isProofNeeded } from '#app/voting/proof/proof-needs.server.ts'
import { CHALLENGE_MINUTES, CROWD_VOTERS, solveWork, WAIT_SECONDS } from '#app/voting/proof/work.ts'
import type { Database } from '#db/schema.ts'
import { type AVote, aPerson, aVote, DURING } from '#db/seeds/a-vote.ts'
import { freshDatabase } from '../../fresh-database.ts'

let db: Kysely<Database>
let vote: AVote
let voter: { contestId: string; voterId: string }

const later = (seconds: number) => new Date(DURING.getTime() + seconds * 1000)
const FRESH = new Date(DURING.getTime() - 86_400_000)

beforeEach(async () => {
  db = await freshDatabase()
  vote = await aVote(db, { entries: 3 })
  voter = { contestId: vote.contestId, voterId: await aPerson(db) }
})
afterEach(() => db.destroy())

const proofs = () => db.selectFrom('proof').select(['voterId', 'kind']).execute()
const refusedWith = (refusal: string) => ({ ok: false, refusal })

test('work that was done is taken once; the same solution by another voter or for another contest is worth nothing', async () => {
  const challenge = issueChallenge(voter, DURING)
  const solution = await solveWork(challenge)
  expect(await giveProof(db, { ...voter, challenge, solution }, later(5))).toEqual({ ok: true, value: 'work' })
  await giveProof(db, { ...voter, challenge, solution }, later(6))
  expect(await proofs()).toEqual([{ voterId: voter.voterId, kind: 'work' }])
  const other = { ...voter, voterId: await aPerson(db) }
  expect(await giveProof(db, { ...other, challenge, solution }, later(7))).toEqual(refusedWith('proof-wanted'))
  const { contestId } = await aVote(db, { entries: 2 })
  expect(await giveProof(db, { ...voter, contestId, challenge, solution }, later(7))).toEqual(
    refusedWith('proof-wanted'),
  )
  expect(await proofs()).toHaveLength(1)
})

test('forged and old challenges, and sums that do not come out, are refused', async () => {
  const challenge = issueChallenge(voter, DURING)
  const solution = await solveWork(challenge)
  const [issued = '', random = '', signature = ''] = challenge.split('.')
  const forged = [
    `${Number(issued) - 3_600_000}.${random}.${signature}`,
    `${issued}.${random}x.${signature}`,
    `${issued}.${random}.${signature.slice(1)}`,
    ...['', '..', 'nonsense'],
  ]
  for (const each of forged)
    expect(await giveProof(db, { ...voter, challenge: each, solution }, later(5))).toEqual(refusedWith('proof-wanted'))
  const late = later(CHALLENGE_MINUTES * 60)
  expect(await giveProof(db, { ...voter, challenge, solution }, late)).toEqual(refusedWith('proof-wanted'))
  let missing = 0
  while (await isSolved(challenge, String(missing))) missing += 1
  for (const wrong of ['-1', '1e3', 'abc', ' 7', '9'.repeat(10), String(missing)])
    expect(await giveProof(db, { ...voter, challenge, solution: wrong }, later(5))).toMatchObject({ ok: false })
  expect(await proofs()).toEqual([])
})

test('without a sum a wait will do, and not a shorter one', async () => {
  const challenge = issueChallenge(voter, DURING)
  const wait = (seconds: number) => giveProof(db, { ...voter, challenge, solution: '' }, later(seconds))
  expect(await wait(WAIT_SECONDS - 1)).toEqual(refusedWith('proof-too-early'))
  expect(await wait(WAIT_SECONDS)).toEqual({ ok: true, value: 'wait' })
})

test('in quiet times nobody is asked', async () => {
  expect(await isProofNeeded(db, { ...voter, address: 'home' }, DURING)).toBe(false)
})

test('where many young accounts have voted from one address the next young one is asked, and nobody else', async () => {
  for (let number = 0; number < CROWD_VOTERS; number += 1) {
    const young = { ...voter, voterId: await aPerson(db, { joined: FRESH }) }
    const before = await isProofNeeded(db, { ...young, address: 'office' }, DURING)
    expect(before).toBe(false)
    await noteTrace(db, { ...young, address: 'office', device: null }, DURING)
  }
  const young = { ...voter, voterId: await aPerson(db, { joined: FRESH }) }
  expect(await isProofNeeded(db, { ...young, address: 'office' }, DURING)).toBe(true)
  expect(await isProofNeeded(db, { ...young, address: 'home' }, DURING)).toBe(false)
  expect(await isProofNeeded(db, { ...voter, address: 'office' }, DURING)).toBe(false)
})
