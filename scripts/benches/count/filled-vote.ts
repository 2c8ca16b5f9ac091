import { hash as digest } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { newBallotKey, pseudonymOf } from '#app/voting/ballot-key.server.ts'
import { genesisText, linkText, minuteOf, type RecordedEvent } from '#app/voting/record.ts'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import { aVote, OPENS } from '#db/seeds/a-vote.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'

export const SCORES_A_VOTER = 20

/** Each voter begins elsewhere and scores every 97th design, so that all are scored alike often. */
const STRIDE = 97

/**
 * A vote with so many scores as its tables and its record have them; its record is the real one, hash by hash. Written past the
 * triggers, whose counts are made up for at the end: a million rows through them take minutes.
 */
export async function fillVote(
  db: Kysely<Database>,
  { entries, scores, votingOpens }: { entries: number; scores: number; votingOpens: Date },
): Promise<{ contestId: string; slug: string; voterId: string }> {
  const vote = await aVote(db, { entries, votingOpens })
  const { contestId, slug, entryIds } = vote
  // The fixture's pictures have rows and no files, and the server would look for them.
  await db.deleteFrom('artwork').execute()
  await db.deleteFrom('picture').execute()
  const voters = await addVoters(db, contestId, Math.ceil(scores / SCORES_A_VOTER))
  await writePastTriggers(db, { contestId, entryIds, voters, scores }, votingOpens)
  // The desk's last look at the ballots is no part of the count, and takes longer: it is taken as done.
  const look = { contestId, lookedAt: votingOpens.toISOString(), sequence: scores, last: 1, ballots: 0, proposed: 0 }
  await db.insertInto('deskLook').values(look).execute()
  return { contestId, slug, voterId: voters[0]?.voterId ?? '' }
}

interface Filling {
  contestId: string
  entryIds: readonly string[]
  voters: readonly BenchVoter[]
  scores: number
}

async function writePastTriggers(db: Kysely<Database>, filling: Filling, votingOpens: Date): Promise<void> {
  const { rows: triggers } = await sql<{ name: string; sql: string }>`SELECT name, sql FROM sqlite_schema
    WHERE type = 'trigger' AND tbl_name IN ('ballot_event', 'exposure', 'hand')`.execute(db)
  await sql`PRAGMA foreign_keys = OFF`.execute(db)
  for (const { name } of triggers) await sql.raw(`DROP TRIGGER ${name}`).execute(db)
  const at = new Date(votingOpens.getTime() + 60_000)
  await writingTogether(db, (statements) => writeEvents(statements, filling, at))
  await writeTables(db, filling.contestId, at)
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(db)
  await sql`PRAGMA foreign_keys = ON`.execute(db)
}

const insertEvent = prepare((db, p: RecordedEvent & { contestId: string; previousHash: string; hash: string }) =>
  db.insertInto('ballotEvent').values({
    ...{ contestId: p.contestId, sequence: p.sequence, minute: p.minute, kind: p.kind, pseudonym: p.pseudonym },
    ...{ entryId: p.entryId, value: p.value, previousHash: p.previousHash, hash: p.hash },
  }),
)

function writeEvents(statements: Statements, { contestId, entryIds, voters, scores }: Filling, at: Date): void {
  const minute = minuteOf(at)
  let previousHash = digest('sha256', genesisText(contestId), 'hex')
  let sequence = 0
  for (let turn = 0; turn < SCORES_A_VOTER; turn += 1) {
    for (const [voter, { pseudonym }] of voters.entries()) {
      if (sequence === scores) return
      sequence += 1
      const entryId = entryIds[(voter + turn * STRIDE) % entryIds.length] ?? ''
      // No random numbers: every run counts the same.
      const value = (voter * 7 + turn * 3 + ((voter * turn) % 5)) % 6
      const event: RecordedEvent = { sequence, minute, kind: 'score', pseudonym, entryId, againstId: null, value }
      const hash = digest('sha256', linkText(previousHash, event), 'hex')
      statements.run(insertEvent, { ...event, contestId, previousHash, hash })
      previousHash = hash
    }
  }
}

/** Handings and scores as the record tells them, and what triggers would have counted. */
async function writeTables(db: Kysely<Database>, contestId: string, at: Date): Promise<void> {
  const time = at.toISOString()
  await sql`CREATE TEMP TABLE called (pseudonym TEXT PRIMARY KEY, voter_id TEXT) WITHOUT ROWID`.execute(db)
  await sql`INSERT INTO called SELECT pseudonym, voter_id FROM ballot_key ORDER BY pseudonym`.execute(db)
  await sql`INSERT INTO exposure (contest_id, entry_id, voter_id, handed_at, value, cast_at, changed_at)
    SELECT contest_id, entry_id, voter_id, ${time}, value, ${time}, ${time} FROM ballot_event JOIN called USING (pseudonym)
    WHERE contest_id = ${contestId} ORDER BY voter_id, entry_id`.execute(db)
  await sql`DROP TABLE called`.execute(db)
  await sql`INSERT INTO hand (contest_id, voter_id, handed, given, entry_id, recalled)
    SELECT contest_id, voter_id, count(*), count(value), max(entry_id), 0 FROM exposure
    WHERE contest_id = ${contestId} GROUP BY contest_id, voter_id`.execute(db)
  await sql`INSERT INTO turnout (contest_id, given, ballots) SELECT contest_id, min(given, 8), count(*) FROM hand
    WHERE contest_id = ${contestId} AND given > 0 GROUP BY contest_id, min(given, 8)`.execute(db)
  await sql`UPDATE attention SET handed = told.handed FROM (SELECT entry_id, count(*) AS handed FROM exposure
    WHERE contest_id = ${contestId} GROUP BY entry_id) AS told WHERE attention.entry_id = told.entry_id`.execute(db)
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
  return voters
}
