import type { Kysely } from 'kysely'
import { insertActivity } from '#app/activity/record-activity.server.ts'
import { forgetContestFacts, readContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database, StandingView, TallyTable } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { readHead } from './append-event.server.ts'
import { closeRecord } from './close-record.server.ts'
import { countRecord, type RecordCounted } from './count-record.server.ts'
import { publishHead } from './publish-heads.server.ts'
import type { StandingLine } from './standings.ts'

export type CountRefusal = 'contest-not-found' | 'voting-not-closed' | 'contest-cancelled'

export interface Tallied {
  countedAt: string
  digest: string
  /** False when it was counted before, by whomever. */
  now: boolean
}

export interface CountVotesDetails {
  contestId: string
  /** Told how many events of the record were read, and of how many. */
  onProgress?: (read: number, of: number) => void
}

/**
 * Counts a frozen vote, once, whoever comes first and however often it is begun again: the record gets what it still lacks, is read to
 * its end and counted, and tally, standings and their line in the public log are written in one short transaction. Should the record
 * have grown meanwhile (the desk ruled, a design was taken down), it is counted anew. Meant for a thread of its own: a million scores
 * take a second or two.
 */
export async function countVotes(
  db: Kysely<Database>,
  { contestId, onProgress = () => undefined }: CountVotesDetails,
  now: Date,
): Promise<Outcome<Tallied, CountRefusal>> {
  for (;;) {
    const before = await db.selectFrom('tally').selectAll().where('contestId', '=', contestId).executeTakeFirst()
    if (before) return done({ countedAt: before.countedAt, digest: before.digest, now: false })
    const closed = await closeRecord(db, { contestId })
    if (!closed.ok) return closed
    // Before anybody can know of the count.
    await writing(db, (trx) => publishHead(trx, { contestId }, now))
    const counted = await countRecord(db, { contestId, head: closed.value.head, onProgress })
    const outcome = await writingTogether(db, (statements) => writeTally(statements, { contestId, counted }, now))
    if (outcome !== 'overtaken') return outcome
  }
}

function writeTally(
  statements: Statements,
  { contestId, counted }: { contestId: string; counted: RecordCounted },
  now: Date,
): Outcome<Tallied, CountRefusal> | 'overtaken' {
  const { views, totals, digest, head } = counted
  const facts = readContestFacts(statements, contestId)
  if (!facts) return refused('contest-not-found')
  if (facts.schedule.cancelledAt !== null) return refused('contest-cancelled')
  if (facts.countedAt !== null || readHead(statements, contestId).sequence !== head.sequence) return 'overtaken'
  const countedAt = now.toISOString()
  const { sequence, hash } = head
  statements.run(insertTally, { contestId, countedAt, sequence, hash, digest, ...totals })
  forgetContestFacts(statements, contestId)
  for (const view of VIEWS) {
    for (const line of views[view]) statements.run(insertStanding, { contestId, view, ...line })
  }
  const particulars = { sequence, head: hash, digest, ...totals }
  insertActivity(statements, { at: now, kind: 'votes-counted', actorId: null, contestId, particulars })
  return done({ countedAt, digest, now: true })
}

const VIEWS: readonly StandingView[] = ['official', 'raw', 'audited']

const insertTally = prepare((db, p: TallyTable) =>
  db.insertInto('tally').values({
    contestId: p.contestId,
    countedAt: p.countedAt,
    sequence: p.sequence,
    hash: p.hash,
    digest: p.digest,
    ballots: p.ballots,
    countedBallots: p.countedBallots,
    staffBallots: p.staffBallots,
    excludedBallots: p.excludedBallots,
    quarantinedBallots: p.quarantinedBallots,
    scores: p.scores,
  }),
)

const insertStanding = prepare((db, p: StandingLine & { contestId: string; view: StandingView }) =>
  db.insertInto('standing').values({
    contestId: p.contestId,
    view: p.view,
    entryId: p.entryId,
    place: p.place,
    points: p.points,
    low: p.low,
    high: p.high,
    scores: p.scores,
    buyMarks: p.buyMarks,
    tieGroup: p.tieGroup,
  }),
)
