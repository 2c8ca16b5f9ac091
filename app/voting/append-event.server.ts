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
  const last = statements.first(lastEvent, { contestId })
  const previousHash = last?.hash ?? sha256(genesisText(contestId))
  const minute = minuteOf(now)
  // A clock that is set back does not turn the record round.
  const event = {
    pseudonym: null,
    entryId: null,
    againstId: null,
    value: null,
    ...befell,
    sequence: (last?.sequence ?? 0) + 1,
    minute: last && last.minute > minute ? last.minute : minute,
  }
  statements.run(insertEvent, { ...event, contestId, previousHash, hash: sha256(linkText(previousHash, event)) })
}

/** Where the record of a contest ends. */
export function readHead(statements: Statements, contestId: string): Head {
  const last = statements.first(lastEvent, { contestId })
  return last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: sha256(genesisText(contestId)) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
