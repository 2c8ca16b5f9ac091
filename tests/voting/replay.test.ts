import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeAuditedStandings } from '#app/voting/audited-standings.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { countVote } from '#app/voting/count.ts'
import { replayRecord } from '#app/voting/count-record.server.ts'
import { listCountedEntries } from '#app/voting/counted-entries.server.ts'
import { eventLine, replayLines } from '#app/voting/event-lines.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { computeRawStandings } from '#app/voting/raw-standings.ts'
import { DUEL_VALUES, type RecordedEvent } from '#app/voting/record.ts'
import { beginReplay, replayVote } from '#app/voting/replay.ts'
import { computeStandings } from '#app/voting/standings.ts'
import { aVote, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fileDatabase } from '../file-database.ts'
import { closeAndCount } from './close-and-count.ts'
import { ballotsInTables } from './score-table.ts'

type Said = Pick<RecordedEvent, 'kind'> & Partial<RecordedEvent>

const entry = (entryId: string) => ({ entryId, submittedAt: `2026-03-01T09:00:00.${entryId}`, buyMarks: 0 })
const record = (...said: Said[]): RecordedEvent[] =>
  said.map((one, at) => ({
    ...{ sequence: at + 1, minute: '2026-03-25T12:00Z', pseudonym: null, entryId: null, againstId: null, value: null },
    ...one,
  }))
const score = (pseudonym: string, entryId: string, value: number): Said => ({
  kind: 'score',
  pseudonym,
  entryId,
  value,
})

describe('what the record says of a vote', () => {
  test('of several scores of a voter for an entry the last one stands', () => {
    const vote = replayVote(
      ['a', 'b'].map(entry),
      record(score('x', 'a', 1), score('y', 'a', 5), score('x', 'b', 3), { ...score('x', 'a', 4), kind: 'change' }),
    )
    expect(vote.pseudonyms).toEqual(['x', 'y'])
    expect([...vote.ballots.starts]).toEqual([0, 2, 3])
    expect([...vote.ballots.entries]).toEqual([0, 1, 0])
    expect([...vote.ballots.values]).toEqual([4, 3, 5])
  })

  test('what was said of an entry that left the vote is left out, wherever the record says that it left', () => {
    const left: Said = { kind: 'withdrawal', entryId: 'a' }
    for (const events of [
      record(left, score('x', 'a', 1), score('x', 'b', 3)),
      record(score('x', 'a', 1), score('x', 'b', 3), left),
    ]) {
      for (const entries of [
        ['a', 'b', 'c'],
        ['b', 'c'],
      ]) {
        const vote = replayVote(entries.map(entry), events)
        expect(vote.entries.map(({ entryId }) => entryId)).toEqual(['b', 'c'])
        expect([[...vote.ballots.entries], [...vote.ballots.values]]).toEqual([[0], [3]])
      }
    }
  })

  test('marks on a ballot are as the last word about it leaves them', () => {
    const about = (kind: Said['kind'], pseudonym: string): Said => ({ kind, pseudonym })
    const vote = replayVote(
      [entry('a')],
      record(
        ...['u', 'v', 'w', 'x'].map((name) => score(name, 'a', 3)),
        ...[about('quarantine', 'u'), about('quarantine', 'v'), about('release', 'v'), about('exclusion', 'w')],
        ...[
          about('quarantine', 'v'),
          about('release', 'v'),
          about('staff', 'x'),
          { kind: 'handed', pseudonym: 'x', value: 7 } as const,
        ],
      ),
    )
    expect([...vote.quarantined]).toEqual([1, 0, 0, 0])
    expect([...vote.excluded]).toEqual([0, 0, 1, 0])
    expect([...vote.staff]).toEqual([0, 0, 0, 1])
    expect([...vote.ballots.handed]).toEqual([0, 0, 0, 7])
    expect(countVote(vote, 'scores').totals).toEqual({
      ...{ ballots: 4, countedBallots: 2, staffBallots: 1, excludedBallots: 1, quarantinedBallots: 1, scores: 2 },
    })
  })

  test('duels are kept in their order, those with an entry that left not', () => {
    const duel = (pseudonym: string, entryId: string, againstId: string, value: number): Said => ({
      ...{ kind: 'duel', pseudonym, entryId, againstId, value },
    })
    const { duels } = replayVote(
      ['a', 'b', 'c'].map(entry),
      record(duel('x', 'c', 'b', DUEL_VALUES.first), duel('y', 'a', 'b', 1), duel('x', 'b', 'c', DUEL_VALUES.neither), {
        kind: 'withdrawal',
        entryId: 'a',
      }),
    )
    expect([duels.ballots, duels.firsts, duels.seconds, duels.values].map((list) => [...list])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 2],
    ])
  })

  test('a record with a gap, or that speaks of an entry nobody knows, is not counted', () => {
    const [first, second] = record(score('x', 'a', 1), score('x', 'a', 2))
    if (!first || !second) throw new Error('two events')
    expect(() => replayVote([entry('a')], [second])).toThrow('event 2 comes after event 0')
    expect(() => replayVote([entry('a')], [first, first])).toThrow('event 1 comes after event 1')
    expect(() => replayVote([entry('b')], [first])).toThrow('speaks of a')
  })
})

const bytes = (text: string) => new TextEncoder().encode(text)

test('events as the count reads them are replayed like the events themselves, and nothing else is', () => {
  const events = record(
    score('x', 'a', 5),
    { kind: 'withdrawal', entryId: 'b' },
    { kind: 'handed', pseudonym: 'x', value: 1204 },
    { kind: 'quarantine', pseudonym: 'y' },
    { kind: 'duel', pseudonym: 'x', entryId: 'a', againstId: 'c', value: 2 },
    score('y', 'a', 0),
    score('x', 'c', 3),
  )
  const entries = [entry('a'), entry('b'), entry('c')]
  const replay = beginReplay(entries)
  expect(replayLines(bytes(events.map(eventLine).join('\n')), 0, replay)).toBe(events.length)
  expect(replay.end()).toEqual(replayVote(entries, events))
  for (const wrong of [
    '',
    ' ',
    'x a -',
    'x a 6',
    'x a 5 6',
    'x  5',
    ' a 5',
    '!bribe x a - 5',
    '!handed x - - five',
    '!handed x - - 1e3',
    '!handed x - -',
    '!score x a - 5',
    '!staff  - - -',
  ]) {
    expect(() => replayLines(bytes(`${wrong}\n`), 0, beginReplay(entries)), wrong).toThrow('not an event')
  }
})

test('the record gives the count what the tables of scores and handings have, in elections of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 6 }),
      fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.boolean()), { maxLength: 8 }), { maxLength: 6 }),
      fc.option(fc.nat(5)),
      fc.option(fc.nat(5)),
      async (entries, plans, gone, appointed) => {
        const db = await fileDatabase()
        const vote = await aVote(db, { entries })
        const { contestId } = vote
        const voters = await people(db, plans.length)
        for (const [at, plan] of plans.entries()) {
          const key = { contestId, voterId: voters[at] ?? '' }
          for (const [value, again] of plan) {
            const handed = await handNextEntry(db, key, DURING)
            const entryId = handed.ok ? handed.value.entryId : null
            if (!entryId) break
            // Six and seven pass; some change their mind.
            if (value > 5) await passEntry(db, { ...key, entryId }, DURING)
            for (const given of value > 5 ? [] : again ? [5, value] : [value])
              await castScore(db, { ...key, entryId, value: ([0, 1, 2, 3, 4, 5] as const)[given] ?? 0 }, DURING)
          }
        }
        const at = DURING.toISOString()
        const goneId = gone === null ? undefined : vote.entryIds[gone]
        if (goneId)
          await db
            .insertInto('takedown')
            .values({ entryId: goneId, reason: 'copied', takenDownBy: vote.adminId, takenDownAt: at })
            .execute()
        const staffId = appointed === null ? undefined : voters[appointed]
        if (staffId)
          await db
            .insertInto('roleGrant')
            .values({ accountId: staffId, role: 'juror', grantedBy: null, grantedAt: at })
            .execute()

        const ballots = await ballotsInTables(db, contestId)
        const counted = await listCountedEntries(db, contestId)
        await closeAndCount(db, { contestId }, VOTING_CLOSES)
        const head = await db
          .selectFrom('tally')
          .select(['sequence', 'hash', 'countedBallots'])
          .executeTakeFirstOrThrow()
        expect(head.countedBallots).toBe(ballots.length)
        const views = countVote(await replayRecord(db, { contestId, head }), 'scores')
        expect(views.official).toEqual(computeStandings(counted, ballots))
        expect(views.raw).toEqual(computeRawStandings(counted, ballots))
        expect(views.audited).toEqual(computeAuditedStandings(counted, ballots))
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

test('a record may come in pieces', () => {
  const events = record(score('x', 'a', 5), score('y', 'a', 2))
  const replay = beginReplay([entry('a')])
  for (const [after, event] of events.entries()) replayLines(bytes(eventLine(event)), after, replay)
  expect(replay.end()).toEqual(replayVote([entry('a')], events))
})
