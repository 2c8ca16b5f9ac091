import type { Kysely } from 'kysely'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { appendEvents, type Happened, readHead } from './append-event.server.ts'
import { listClosingEvents } from './closing-events.server.ts'
import type { Head } from './record.ts'

export type CloseRecordRefusal = 'contest-not-found' | 'voting-not-closed' | 'contest-cancelled'

/** Some ten milliseconds: whoever else writes waits for no more than that. */
const EVENTS_AT_ONCE = 500

/**
 * Writes into the record of a frozen vote what the count asks of ballots and the record does not say yet, bit by bit. Cut short, it
 * goes on where it was; done by two at once, each event is still written once. Of all these events the minute is that of the close:
 * they say how things were then, and whoever writes them later writes the same.
 */
export async function closeRecord(
  db: Kysely<Database>,
  { contestId }: { contestId: string },
): Promise<Outcome<{ head: Head }, CloseRecordRefusal>> {
  for (;;) {
    const facts = await findContestFacts(db, { id: contestId })
    if (!facts) return refused('contest-not-found')
    if (facts.schedule.cancelledAt !== null) return refused('contest-cancelled')
    if (facts.frozenAt === null) return refused('voting-not-closed')
    const closedAt = new Date(facts.schedule.votingClosesAt)
    let head = await writingTogether(db, (statements) => readHead(statements, contestId))
    const missing = await listClosingEvents(db, contestId)
    let written = 0
    while (written < missing.length) {
      const happened = missing.slice(written, written + EVENTS_AT_ONCE)
      const from = head
      const to = await writingTogether(db, (statements) =>
        appendAt(statements, { contestId, from, happened }, closedAt),
      )
      // Somebody else wrote: what is missing now?
      if (to === null) break
      head = to
      written += happened.length
    }
    if (written === missing.length) return done({ head })
  }
}

/** null when the record does not end where it did. */
function appendAt(
  statements: Statements,
  { contestId, from, happened }: { contestId: string; from: Head; happened: readonly Happened[] },
  at: Date,
): Head | null {
  if (readHead(statements, contestId).sequence !== from.sequence) return null
  return appendEvents(statements, { contestId, happened }, at)
}
