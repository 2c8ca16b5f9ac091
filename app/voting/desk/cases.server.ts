import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { type BlindSignal, blindEvidence } from '../signals/evidence.ts'
import { type ActKind, type CaseState, isOpen, stateAfter } from './case.ts'

/** A case as the desk sees it: no voter, no entry, no score. */
export interface CaseView {
  id: string
  number: number
  openedAt: string
  state: CaseState
  /** The newest of each signal, the weightiest first. */
  signals: BlindSignal[]
  acts: CaseAct[]
  /** What the voter says, who stays unnamed. */
  words: string | null
}

export interface CaseAct {
  id: number
  kind: ActKind
  reason: string
  doneAt: string
  doneBy: string | null
  /** null for the signals, and for a former member. */
  doneByName: string | null
}

export async function listCases(db: Kysely<Database>, contestId: string): Promise<CaseView[]> {
  const cases = await db
    .selectFrom('deskCase')
    .leftJoin('caseWord', 'caseWord.caseId', 'deskCase.id')
    .select(['deskCase.id', 'deskCase.number', 'deskCase.openedAt', 'caseWord.words'])
    .where('deskCase.contestId', '=', contestId)
    .orderBy('deskCase.number')
    .execute()
  const suspicions = await db
    .selectFrom('suspicion')
    .innerJoin('deskCase', 'deskCase.id', 'suspicion.caseId')
    .select(['suspicion.caseId', 'suspicion.signal', 'suspicion.version', 'suspicion.weight', 'suspicion.evidence'])
    .where('deskCase.contestId', '=', contestId)
    .orderBy('suspicion.id')
    .execute()
  const acts = await db
    .selectFrom('deskAct')
    .innerJoin('deskCase', 'deskCase.id', 'deskAct.caseId')
    .leftJoin('account', 'account.id', 'deskAct.doneBy')
    .select(['deskAct.caseId', 'deskAct.id', 'deskAct.kind', 'deskAct.reason', 'deskAct.doneAt', 'deskAct.doneBy'])
    .select('account.name as doneByName')
    .where('deskCase.contestId', '=', contestId)
    .orderBy('deskAct.id')
    .execute()
  const suspicionsBy = byCase(suspicions)
  const actsBy = byCase(acts)
  return cases.map((one) => {
    const newest = new Map((suspicionsBy.get(one.id) ?? []).map((row) => [row.signal, row]))
    const signals = [...newest.values()].flatMap((row) => blindEvidence(row) ?? [])
    const own = (actsBy.get(one.id) ?? []).map(({ caseId: _, ...act }) => act)
    return {
      ...one,
      state: stateAfter(own.at(-1)?.kind ?? null),
      signals: signals.toSorted((a, b) => b.weight - a.weight),
      acts: own,
    }
  })
}

function byCase<Row extends { caseId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}

/** What the last act on each case of each contest left it in. */
async function listStates(db: Kysely<Database>, contestIds: readonly string[]) {
  if (contestIds.length === 0) return []
  return db
    .selectFrom('deskCase')
    .innerJoin('deskAct', (join) =>
      join.on('deskAct.id', '=', (eb) =>
        eb
          .selectFrom('deskAct as newest')
          .select((each) => each.fn.max('newest.id').as('id'))
          .whereRef('newest.caseId', '=', 'deskCase.id'),
      ),
    )
    .select(['deskCase.contestId', 'deskAct.kind'])
    .where('deskCase.contestId', 'in', contestIds)
    .execute()
}

/** Ballots in quarantine that wait for a ruling. */
export async function countOpenCases(db: Kysely<Database>, contestId: string): Promise<number> {
  return (await listStates(db, [contestId])).filter(({ kind }) => isOpen(stateAfter(kind))).length
}

/** The same for each of several contests; those without any are left out. */
export async function countOpenCasesOf(
  db: Kysely<Database>,
  contestIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { contestId, kind } of await listStates(db, contestIds))
    if (isOpen(stateAfter(kind))) counts.set(contestId, (counts.get(contestId) ?? 0) + 1)
  return counts
}
