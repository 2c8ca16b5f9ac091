import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { isSignalName } from '../signals/evidence.ts'
import type { SignalName } from '../signals/signal.ts'

/** What the desk did, for everybody: how many ballots, and which signals spoke of those that were put aside. */
export interface DeskSummary {
  /** Ever put aside. */
  quarantined: number
  released: number
  excluded: number
  signals: { name: SignalName; ballots: number }[]
}

export async function findDeskSummary(db: Kysely<Database>, contestId: string): Promise<DeskSummary> {
  const acts = await db
    .selectFrom('deskAct')
    .innerJoin('deskCase', 'deskCase.id', 'deskAct.caseId')
    .select(['deskAct.caseId', 'deskAct.kind'])
    .where('deskCase.contestId', '=', contestId)
    .orderBy('deskAct.id')
    .execute()
  const put = new Set(acts.flatMap(({ caseId, kind }) => (kind === 'quarantine' ? caseId : [])))
  const last = [...new Map(acts.map(({ caseId, kind }) => [caseId, kind])).values()]
  const rows = await db
    .selectFrom('suspicion')
    .innerJoin('deskCase', 'deskCase.id', 'suspicion.caseId')
    .select((eb) => ['suspicion.signal', eb.fn.count<number>('suspicion.caseId').distinct().as('ballots')])
    .where('deskCase.contestId', '=', contestId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('deskAct')
          .select('deskAct.id')
          .whereRef('deskAct.caseId', '=', 'deskCase.id')
          .where('deskAct.kind', '=', 'quarantine'),
      ),
    )
    .groupBy('suspicion.signal')
    .orderBy('ballots', 'desc')
    .orderBy('suspicion.signal')
    .execute()
  return {
    quarantined: put.size,
    released: last.filter((kind) => kind === 'release').length,
    excluded: last.filter((kind) => kind === 'exclusion').length,
    signals: rows.flatMap(({ signal, ballots }) => (isSignalName(signal) ? [{ name: signal, ballots }] : [])),
  }
}
