import { expect, test } from 'vitest'
import { beginCheck, type CheckReport, type Kept } from '#app/voting/export/check-export.ts'
import { exportVote } from '#app/voting/export/export-vote.server.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { findHeadsPage } from '#app/voting/published-heads.server.ts'
import { aVote, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { fileDatabase } from '../../file-database.ts'
import { closeAndCount } from '../close-and-count.ts'

async function aCountedVote() {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries: 6 })
  const voters = await people(db, 5)
  for (const voterId of voters) await fillBallot(db, { ...vote, voterId, most: 5 }, (_, nth) => nth)
  await publishDueHeads(db, new Date(DURING.getTime() + 3_600_000))
  const [gone = ''] = vote.entryIds
  await db
    .insertInto('takedown')
    .values({ entryId: gone, reason: 'Copied.', takenDownBy: vote.adminId, takenDownAt: DURING.toISOString() })
    .execute()
  return { db, ...vote, ...(await closeAndCount(db, vote, VOTING_CLOSES)), gone }
}

async function exported({ db, contestId }: Pick<Awaited<ReturnType<typeof aCountedVote>>, 'db' | 'contestId'>) {
  let text = ''
  for await (const piece of (await exportVote(db, contestId)) ?? []) text += piece
  return text
}

function checked(text: string, kept: Kept = {}): CheckReport {
  const check = beginCheck({ hashing: NODE_HASHING, kept })
  check.add(text)
  return check.end()
}

test('the export of a counted vote fits, and its digest is the one that was published at the count', async () => {
  const vote = await aCountedVote()
  const text = await exported(vote)
  const [receipt] = await vote.db.selectFrom('receipt').select('code').execute()
  const { heads } = await findHeadsPage(vote.db, { contestId: vote.contestId, page: 1 })
  const kept = { receipt: receipt?.code ?? '', digest: vote.digest, ...(heads[0] && { head: heads[0] }) }
  const report = checked(text, kept)
  expect(report.misfit).toBeNull()
  expect(report.kept).toEqual({ receipt: true, head: true, digest: true })
  const { ballots, countedBallots, scores } = await vote.db.selectFrom('tally').selectAll().executeTakeFirstOrThrow()
  expect(report.totals).toMatchObject({ ballots, countedBallots, scores })
})

test('the head is published at the close and again with the closing events, and an entry that left is still listed', async () => {
  const vote = await aCountedVote()
  const { heads } = await findHeadsPage(vote.db, { contestId: vote.contestId, page: 1 })
  const freeze = await vote.db.selectFrom('freeze').selectAll().executeTakeFirstOrThrow()
  const tally = await vote.db.selectFrom('tally').selectAll().executeTakeFirstOrThrow()
  expect(heads.map(({ sequence, hash }) => ({ sequence, hash })).slice(0, 2)).toEqual([
    { sequence: tally.sequence, hash: tally.hash },
    { sequence: freeze.sequence, hash: freeze.hash },
  ])
  const text = await exported(vote)
  expect(text).toContain(`entry ${vote.gone} `)
  expect(text).not.toMatch(new RegExp(`standing .* ${vote.gone} `))
})

test('two downloads are the same bytes, and nothing in them names anybody', async () => {
  const vote = await aCountedVote()
  const text = await exported(vote)
  expect(await exported(vote)).toBe(text)
  const accounts = await vote.db.selectFrom('account').select(['id', 'handle', 'email', 'name']).execute()
  for (const { id, handle, email, name } of accounts)
    for (const word of [id, handle, email ?? '', name ?? '']) expect(text).not.toContain(word)
})

test('before the count there is nothing to export', async () => {
  const db = await fileDatabase()
  const { contestId } = await aVote(db, { entries: 2 })
  expect(await exportVote(db, contestId)).toBeNull()
})
