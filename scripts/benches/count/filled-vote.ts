import { type Kysely, sql } from 'kysely'
import { appendEvents, type Happened } from '#app/voting/append-event.server.ts'
import { newBallotKey, pseudonymOf } from '#app/voting/ballot-key.server.ts'
import type { Database } from '#db/schema.ts'
import { aVote, OPENS } from '#db/seeds/a-vote.ts'
import { writingTogether } from '#db/write-together.server.ts'

export const SCORES_A_VOTER = 20

const EVENTS_AT_ONCE = 10_000
/** Each voter begins elsewhere and scores every 97th design, so that all are scored alike often. */
const STRIDE = 97

/** A vote with so many scores as its tables and its record have them, written in bulk; its record is the real one, hash by hash. */
export async function fillVote(
  db: Kysely<Database>,
  { entries, scores, votingOpens }: { entries: number; scores: number; votingOpens: Date },
): Promise<{ contestId: string; slug: string; voterId: string }> {
  const vote = await aVote(db, { entries, votingOpens })
  const { contestId, slug } = vote
  // The fixture's pictures have rows and no files, and the server would look for them.
  await db.deleteFrom('artwork').execute()
  await db.deleteFrom('picture').execute()
  const voters = await addVoters(db, contestId, Math.ceil(scores / SCORES_A_VOTER))
  const given: Happened[] = []
  for (let turn = 0; turn < SCORES_A_VOTER; turn += 1) {
    voters.forEach(({ pseudonym }, voter) => {
      const entryId = vote.entryIds[(voter + turn * STRIDE) % entries] ?? ''
      // No random numbers: every run counts the same.
      const value = (voter * 7 + turn * 3 + ((voter * turn) % 5)) % 6
      if (given.length < scores) given.push({ kind: 'score', pseudonym, entryId, value })
    })
  }
  const at = new Date(votingOpens.getTime() + 60_000)
  for (let from = 0; from < given.length; from += EVENTS_AT_ONCE) {
    const happened = given.slice(from, from + EVENTS_AT_ONCE)
    await writingTogether(db, (statements) => appendEvents(statements, { contestId, happened }, at))
  }
  await fillTables(db, contestId, at)
  return { contestId, slug, voterId: voters[0]?.voterId ?? '' }
}

interface BenchVoter {
  voterId: string
  pseudonym: string
}

async function addVoters(db: Kysely<Database>, contestId: string, count: number): Promise<BenchVoter[]> {
  const joined = OPENS.toISOString()
  await sql`
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ${count})
    INSERT INTO account (id, handle, name, email, email_confirmed_at, password_hash, created_at)
    SELECT ${contestId} || '-' || n, 'v-' || ${contestId} || '-' || n, 'Voter ' || n,
      ${contestId} || '-' || n || '@example.org', ${joined}, 'not a hash', ${joined} FROM number`.execute(db)
  const voters: BenchVoter[] = []
  for (let from = 0; from < count; from += 1000) {
    const keys = Array.from({ length: Math.min(1000, count - from) }, (_, at) => {
      const key = newBallotKey()
      return { contestId, voterId: `${contestId}-${from + at}`, key, pseudonym: pseudonymOf(key, contestId) }
    })
    await db.insertInto('ballotKey').values(keys).execute()
    voters.push(...keys)
  }
  await sql`CREATE TEMP TABLE IF NOT EXISTS called (pseudonym TEXT PRIMARY KEY, voter_id TEXT) WITHOUT ROWID`.execute(
    db,
  )
  for (let from = 0; from < voters.length; from += 1000) {
    const rows = voters.slice(from, from + 1000).map(({ pseudonym, voterId }) => sql`(${pseudonym}, ${voterId})`)
    await sql`INSERT INTO called VALUES ${sql.join(rows)}`.execute(db)
  }
  return voters
}

/** Handings and scores as the record tells them. */
async function fillTables(db: Kysely<Database>, contestId: string, at: Date): Promise<void> {
  const time = at.toISOString()
  await sql`INSERT INTO exposure (contest_id, entry_id, voter_id, handed_at)
    SELECT contest_id, entry_id, voter_id, ${time} FROM ballot_event JOIN called USING (pseudonym)
    WHERE contest_id = ${contestId} ORDER BY voter_id, entry_id`.execute(db)
  await sql`UPDATE exposure SET value = event.value, cast_at = ${time}, changed_at = ${time}
    FROM (SELECT voter_id, entry_id, value FROM ballot_event JOIN called USING (pseudonym)
      WHERE contest_id = ${contestId}) AS event
    WHERE exposure.contest_id = ${contestId} AND exposure.voter_id = event.voter_id
      AND exposure.entry_id = event.entry_id`.execute(db)
}
