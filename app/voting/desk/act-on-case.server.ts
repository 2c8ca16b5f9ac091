import { insertActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { prepare } from '#db/prepared.server.ts'
import type { BallotEventKind } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { appendEvent } from '../append-event.server.ts'
import { type ActKind, type ActRefusal, whyNotAct } from './case.ts'
import type { CaseRow } from './case-rows.server.ts'

interface Act {
  row: CaseRow
  kind: ActKind
  reason: string
  /** null for the signals themselves. */
  doneBy: string | null
}

const EVENTS: Record<ActKind, BallotEventKind | null> = {
  quarantine: 'quarantine',
  release: 'release',
  'exclusion-proposal': null,
  exclusion: 'exclusion',
}

const TOLD_AS = {
  quarantine: 'ballot-quarantined',
  release: 'ballot-released',
  'exclusion-proposal': 'exclusion-proposed',
  exclusion: 'ballot-excluded',
} as const satisfies Record<ActKind, string>

const insertAct = prepare(
  (db, p: { caseId: string; kind: ActKind; reason: string; doneBy: string | null; doneAt: string }) =>
    db
      .insertInto('deskAct')
      .values({ caseId: p.caseId, kind: p.kind, reason: p.reason, doneBy: p.doneBy, doneAt: p.doneAt }),
)

/** One act on a case: its row, the event of the record, and, where a person did it, the line of the public log. */
export function actOnCase(
  statements: Statements,
  { row, kind, reason, doneBy }: Act,
  now: Date,
): Outcome<{ number: number }, ActRefusal> {
  const refusal = whyNotAct(kind, row.last, doneBy)
  if (refusal) return refused(refusal)
  const { id: caseId, contestId, number, pseudonym } = row
  statements.run(insertAct, { caseId, kind, reason, doneBy, doneAt: now.toISOString() })
  const event = EVENTS[kind]
  if (event) appendEvent(statements, { contestId, kind: event, pseudonym }, now)
  if (doneBy !== null)
    insertActivity(statements, {
      ...{ at: now, kind: TOLD_AS[kind], actorId: doneBy, contestId },
      particulars: { number, reason },
    })
  return done({ number })
}
