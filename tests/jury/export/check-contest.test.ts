import { expect, test } from 'vitest'
import { findDecisionHash } from '#app/jury/decisions.server.ts'
import { type ContestReport, checkContest } from '#app/jury/export/check-contest.ts'
import { groundTexts } from '#app/jury/export/decision-format.ts'
import { exportContest } from '#app/jury/export/export-contest.server.ts'
import { writeDecision } from '#app/jury/export/write-decision.ts'
import { ladderOf } from '#app/jury/ladder-grounds.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { chanceFrom } from '../../../scripts/elections/chance.ts'
import { exportRecord, type RandomRecord, randomRecord } from '../../../scripts/elections/random-record.ts'
import { APPROVAL, aDecidedContest, aFrozenContest, VETO } from '../../decided-contests.ts'
import { fileDatabase } from '../../file-database.ts'
import { NOW } from '../../route-context.ts'

function checked(text: string): ContestReport {
  const check = checkContest({ hashing: NODE_HASHING })
  check.add(text)
  return check.end()
}

async function exported(...[db, contestId]: Parameters<typeof exportContest>): Promise<string> {
  let text = ''
  for await (const piece of (await exportContest(db, contestId)) ?? []) text += piece
  return text
}

/** A vote on which a jury ruled, as text up to its digest, and what the jury ruled. */
function aRuledVote(from = 1): { vote: string; digest: string; decision: NonNullable<RandomRecord['decision']> } {
  for (let seed = from; ; seed += 1) {
    const record = randomRecord(chanceFrom(seed))
    const text = exportRecord(record)
    const [vote = '', digest = ''] = /^.*\ndigest ([0-9a-f]{64})\n/s.exec(text) ?? []
    if (record.decision && text.includes('outcome winner')) return { vote, digest, decision: record.decision }
  }
}

test('the export of a decided contest says how a vetoed leader fell through to the next, and names no juror', async () => {
  const db = await fileDatabase()
  const { contestId, winnerId, jurors } = await aDecidedContest(db, { now: NOW, verdicts: [VETO, APPROVAL] })
  const text = await exported(db, contestId)
  const { misfit, decision } = checked(text)
  expect(misfit).toBeNull()
  const hash = /\ndecided (\w{64})\n$/.exec(text)?.[1]
  expect(decision).toEqual({ signedAt: NOW.toISOString(), verdicts: 4, rungs: 3, winnerEntryId: winnerId, hash })
  for (const { id, name } of jurors) expect(text.includes(id) || text.includes(name ?? '-')).toBe(false)
})

test('the hash that was published when the decision was signed is that of the export, and kept by somebody exposes another', async () => {
  const db = await fileDatabase()
  const { contestId } = await aDecidedContest(db, { now: NOW, verdicts: [VETO, APPROVAL] })
  const published = await findDecisionHash(db, contestId)
  const told = await db.selectFrom('activity').select('particulars').where('kind', '=', 'decision-signed').execute()
  expect(told.map(({ particulars }) => JSON.parse(particulars).hash)).toEqual([published])
  const held = (text: string, decision: string) => {
    const check = checkContest({ hashing: NODE_HASHING, kept: { decision } })
    check.add(text)
    return check.end()
  }
  const text = await exported(db, contestId)
  expect(held(text, published ?? '').kept).toEqual({ decision: true })
  expect(held(text, '0'.repeat(64))).toMatchObject({ misfit: null, kept: { decision: false } })
  const undecided = text.slice(0, text.indexOf('\n', text.indexOf('\ndigest ') + 1) + 1)
  expect(held(undecided, published ?? '')).toMatchObject({ misfit: null, kept: { decision: false } })
})

test('before the decision the same file ends with its digest, and fits', async () => {
  const db = await fileDatabase()
  const { contestId } = await aFrozenContest(db, { now: NOW })
  const text = await exported(db, contestId)
  expect(text).toMatch(/\ndigest [0-9a-f]{64}\n$/)
  expect(checked(text)).toMatchObject({ misfit: null, decision: null })
})

test('what happens to panel and designs after the decision changes nothing of its export', async () => {
  const db = await fileDatabase()
  const { contestId, jurors, entryIds, admin } = await aDecidedContest(db, { now: NOW })
  const text = await exported(db, contestId)
  const later = new Date(NOW.getTime() + 60_000).toISOString()
  await db.deleteFrom('roleGrant').where('accountId', '=', jurors[1].id).execute()
  const takedown = { entryId: entryIds[0], reason: 'Copied.', takenDownBy: admin.id, takenDownAt: later }
  await db.insertInto('takedown').values(takedown).execute()
  expect(await exported(db, contestId)).toBe(text)
})

test('a ladder that does not follow from its verdicts is found, however well its checks are made', () => {
  const { vote, digest, decision } = aRuledVote()
  const { grounds, signedAt } = decision
  const official = [...vote.matchAll(/^standing official (\d+) (\S+) /gm)].map(([, place, entryId = '']) => ({
    ...{ place: Number(place), entryId },
  }))
  const { rungs, winnerEntryId } = ladderOf(grounds, official, new Date(signedAt))
  const signed = { signedAt, grounds: groundTexts(grounds), rungs, winnerEntryId }
  const misfitOf = (different: Partial<typeof signed>) =>
    checked(vote + writeDecision(NODE_HASHING, digest, { ...signed, ...different })).misfit?.what
  expect(misfitOf({})).toBeUndefined()
  expect(misfitOf({ winnerEntryId: null })).toBe('wrong-ladder')
  expect(misfitOf({ rungs: rungs.slice(0, -1) })).toBe('wrong-ladder')
  expect(misfitOf({ rungs: rungs.map((rung) => ({ ...rung, finding: 'vetoed' })) })).toBe('wrong-ladder')
  const vetoed = grounds.jurors.map(({ jurorId }) => ({
    ...{ jurorId, entryId: winnerEntryId ?? '', kind: 'veto' as const, code: 'cost' },
  }))
  const others = grounds.verdicts.filter(({ entryId }) => entryId !== winnerEntryId)
  const forged = { ...grounds, jurors: grounds.jurors.map((one) => ({ ...one, seated: true })), recusals: [] }
  expect(misfitOf({ grounds: groundTexts({ ...forged, verdicts: [...others, ...vetoed] }) })).toBe('wrong-ladder')
})

test('a decision of which the end is missing, or after which something comes, does not fit', () => {
  const { vote, digest, decision } = aRuledVote()
  const signed = { signedAt: decision.signedAt, grounds: groundTexts(decision.grounds), rungs: [], winnerEntryId: null }
  const lines = writeDecision(NODE_HASHING, digest, signed).split(/(?<=\n)/)
  expect(checked(vote + lines.slice(0, 2).join('')).misfit).toMatchObject({ what: 'cut-short', sequence: null })
  expect(checked(`${vote}and more\n`).misfit).toMatchObject({ what: 'after-the-end' })
  const whole = exportRecord(randomRecord(chanceFrom(3), 'scores'))
  expect(checked(`${whole}and more\n`).misfit?.what).toBe('after-the-end')
})
