import type { Kysely } from 'kysely'
import { has } from '#app/accounts/roles.ts'
import { readViewer } from '#app/accounts/viewers.server.ts'
import { type ContestFacts, readContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { newId } from '#db/new-id.ts'
import { ONE, prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import type { ActKind } from './case.ts'

/** The desk of a contest is at work from the first ballot until the votes are counted. */
export type DeskRefusal = 'case-not-found' | 'not-at-this-desk' | 'desk-closed'

export interface CaseRow {
  id: string
  contestId: string
  number: number
  pseudonym: string
  last: { kind: ActKind; doneBy: string | null } | null
}

const caseById = prepare((db, p: { id: string }) => cases(db).where('deskCase.id', '=', p.id))
const caseOfBallot = prepare((db, p: { contestId: string; pseudonym: string }) =>
  cases(db).where('deskCase.contestId', '=', p.contestId).where('deskCase.pseudonym', '=', p.pseudonym),
)
const lastNumber = prepare((db, p: { contestId: string }) =>
  db.selectFrom('deskCase').select('number').where('contestId', '=', p.contestId).orderBy('number', 'desc').limit(ONE),
)
const insertCase = prepare(
  (db, p: { id: string; contestId: string; number: number; pseudonym: string; openedAt: string }) =>
    db.insertInto('deskCase').values({
      id: p.id,
      contestId: p.contestId,
      number: p.number,
      pseudonym: p.pseudonym,
      openedAt: p.openedAt,
    }),
)

function cases(db: Kysely<Database>) {
  return db
    .selectFrom('deskCase')
    .leftJoin('deskAct', (join) =>
      join.on('deskAct.id', '=', (eb) =>
        eb
          .selectFrom('deskAct as newest')
          .select((each) => each.fn.max('newest.id').as('id'))
          .whereRef('newest.caseId', '=', 'deskCase.id'),
      ),
    )
    .select([
      'deskCase.id',
      'deskCase.contestId',
      'deskCase.number',
      'deskCase.pseudonym',
      'deskAct.kind',
      'deskAct.doneBy',
    ])
}

type Found = Omit<CaseRow, 'last'> & { kind: ActKind | null; doneBy: string | null }

function toCase({ kind, doneBy, ...row }: Found): CaseRow {
  return { ...row, last: kind === null ? null : { kind, doneBy } }
}

/** A case for somebody who rules on it, as both are inside this transaction. */
export function admitToCase(
  statements: Statements,
  { contestId, caseId, actorId }: { contestId: string; caseId: string; actorId: string },
): Outcome<CaseRow, DeskRefusal> {
  const row = statements.first(caseById, { id: caseId })
  const facts = row && readContestFacts(statements, row.contestId)
  if (!row || !facts || row.contestId !== contestId) return refused('case-not-found')
  const actor = readViewer(statements, actorId)
  if (!has(actor, 'admin') && !facts.panel.includes(actorId)) return refused('not-at-this-desk')
  return isDeskClosed(facts) ? refused('desk-closed') : done(toCase(row))
}

export function isDeskClosed({ schedule, countedAt }: ContestFacts): boolean {
  return countedAt !== null || schedule.cancelledAt !== null
}

/** The case of a ballot; opened when it has none. */
export function openCase(
  statements: Statements,
  { contestId, pseudonym }: { contestId: string; pseudonym: string },
  now: Date,
): CaseRow {
  const known = statements.first(caseOfBallot, { contestId, pseudonym })
  if (known) return toCase(known)
  const number = (statements.first(lastNumber, { contestId })?.number ?? 0) + 1
  const row = { id: newId(), contestId, number, pseudonym }
  statements.run(insertCase, { ...row, openedAt: now.toISOString() })
  return { ...row, last: null }
}
