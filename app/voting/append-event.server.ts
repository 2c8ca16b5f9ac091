import { createHash } from 'node:crypto'
import { ONE, prepare } from '#db/prepared.server.ts'
import type { Statements } from '#db/sqlite-dialect.server.ts'
import { genesisText, type Head, linkText, minuteOf, type RecordedEvent } from './record.ts'

const lastEvent = prepare((db, p: { contestId: string }) =>
  db
    .selectFrom('ballotEvent')
    .select(['sequence', 'minute', 'hash'])
    .where('contestId', '=', p.contestId)
    .orderBy('sequence', 'desc')
    .limit(ONE),
)

const insertEvent = prepare((db, p: RecordedEvent & { contestId: string; previousHash: string; hash: string }) =>
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

export interface Befell
  extends Pick<RecordedEvent, 'kind'>,
    Partial<Omit<RecordedEvent, 'sequence' | 'minute' | 'kind'>> {
  contestId: string
}

/** Puts one event at the end of a contest's record, inside the work that makes it happen. */
export function appendEvent(statements: Statements, { contestId, ...befell }: Befell, now: Date): void {
  const last = lastOf(statements, contestId)
  let minute = minuteOf(now)
  // A clock that is set back does not turn the record round.
  if (minute < last.minute) minute = last.minute
  const event = {
    pseudonym: null,
    entryId: null,
    againstId: null,
    value: null,
    ...befell,
    sequence: last.sequence + 1,
    minute,
  }
  const hash = sha256(linkText(last.hash, event))
  statements.run(insertEvent, { ...event, contestId, previousHash: last.hash, hash })
  Object.assign(last, { sequence: event.sequence, minute, hash })
}

/** Looked up once for all that write together; moved on by each that appends. */
function lastOf(statements: Statements, contestId: string): Head & { minute: string } {
  return statements.remember(
    `last event ${contestId}`,
    () =>
      statements.first(lastEvent, { contestId }) ?? { sequence: 0, minute: '', hash: sha256(genesisText(contestId)) },
  )
}

/** Where the record of a contest ends. */
export function readHead(statements: Statements, contestId: string): Head {
  const { sequence, hash } = lastOf(statements, contestId)
  return { sequence, hash }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
