import { hash as digest } from 'node:crypto'
import type { Transaction } from 'kysely'
import { ONE, prepare, runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { genesisText, type Head, linkText, minuteOf, type RecordedEvent } from './record.ts'

const lastEvent = prepare((db, p: { contestId: string }) =>
  db
    .selectFrom('ballotEvent')
    .select(['sequence', 'minute', 'hash'])
    .where('contestId', '=', p.contestId)
    .orderBy('sequence', 'desc')
    .limit(ONE),
)

type EventRow = RecordedEvent & { contestId: string; previousHash: string; hash: string }

const insertEvent = prepare((db, p: EventRow) =>
  db.insertInto('ballotEvent').values({
    contestId: p.contestId,
    sequence: p.sequence,
    minute: p.minute,
    kind: p.kind,
    pseudonym: p.pseudonym,
    entryId: p.entryId,
    againstId: p.againstId,
    value: p.value,
    previousHash: p.previousHash,
    hash: p.hash,
  }),
)

/** What befell a ballot or an entry, before it has its place in the record. */
export type Happened = Pick<RecordedEvent, 'kind'> & Partial<Omit<RecordedEvent, 'sequence' | 'minute' | 'kind'>>

export type Befell = Happened & { contestId: string }

/** Puts one event at the end of a contest's record, inside the work that makes it happen. */
export function appendEvent(statements: Statements, { contestId, ...happened }: Befell, now: Date): void {
  appendEvents(statements, { contestId, happened: [happened] }, now)
}

/** The same for several that happen together, in their order; answers the head afterwards. */
export function appendEvents(
  statements: Statements,
  { contestId, happened }: { contestId: string; happened: readonly Happened[] },
  now: Date,
): Head {
  const last = lastOf(statements, contestId)
  for (const one of happened) {
    const row = eventAfter(last, { contestId, ...one }, now)
    statements.run(insertEvent, row)
    last.sequence = row.sequence
    last.minute = row.minute
    last.hash = row.hash
  }
  return { sequence: last.sequence, hash: last.hash }
}

/** The same inside a transaction that waits for its statements. */
export async function recordEvents(
  trx: Transaction<Database>,
  { contestId, happened }: { contestId: string; happened: readonly Happened[] },
  now: Date,
): Promise<Head> {
  const [end] = await runPrepared(trx, lastEvent, { contestId })
  let last = endOf(end, contestId)
  for (const one of happened) {
    const row = eventAfter(last, { contestId, ...one }, now)
    await runPrepared(trx, insertEvent, row)
    last = row
  }
  return { sequence: last.sequence, hash: last.hash }
}

/** Where the record of a contest ends. */
export function readHead(statements: Statements, contestId: string): Head {
  const { sequence, hash } = lastOf(statements, contestId)
  return { sequence, hash }
}

interface End extends Head {
  minute: string
}

/** Looked up once, and moved on by each work that appends. */
function lastOf(statements: Statements, contestId: string): End {
  return statements.remember(`last event ${contestId}`, () =>
    endOf(statements.first(lastEvent, { contestId }), contestId),
  )
}

function endOf(last: End | undefined, contestId: string): End {
  return last ?? { sequence: 0, minute: '', hash: sha256(genesisText(contestId)) }
}

function eventAfter(last: End, befell: Befell, now: Date): EventRow {
  const { contestId, kind, pseudonym = null, entryId = null, againstId = null, value = null } = befell
  const sequence = last.sequence + 1
  let minute = minuteOf(now)
  // A clock that is set back does not turn the record round.
  if (minute < last.minute) minute = last.minute
  const hash = sha256(linkText(last.hash, { sequence, minute, kind, pseudonym, entryId, againstId, value }))
  return { contestId, sequence, minute, kind, pseudonym, entryId, againstId, value, previousHash: last.hash, hash }
}

function sha256(text: string): string {
  return digest('sha256', text, 'hex')
}
