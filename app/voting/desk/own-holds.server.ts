import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { pseudonymOf } from '../ballot-key.server.ts'
import type { VoterKey } from '../voters.server.ts'
import { isOpen, stateAfter } from './case.ts'

/** What a voter is told of their own ballot at the desk, and only once voting has closed: never by which signals. */
export interface OwnHold {
  caseId: string
  kind: 'held' | 'excluded'
  /** Whether they have said something to the desk. */
  spoken: boolean
}

export async function findOwnHold(db: Kysely<Database>, { contestId, voterId }: VoterKey): Promise<OwnHold | null> {
  const own = await db
    .selectFrom('ballotKey')
    .select('key')
    .where('contestId', '=', contestId)
    .where('voterId', '=', voterId)
    .executeTakeFirst()
  if (!own) return null
  const last = await db
    .selectFrom('deskCase')
    .innerJoin('deskAct', 'deskAct.caseId', 'deskCase.id')
    .leftJoin('caseWord', 'caseWord.caseId', 'deskCase.id')
    .select(['deskCase.id', 'deskAct.kind', 'caseWord.saidAt'])
    .where('deskCase.contestId', '=', contestId)
    .where('deskCase.pseudonym', '=', pseudonymOf(own.key, contestId))
    .orderBy('deskAct.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const state = stateAfter(last.kind)
  if (state !== 'excluded' && !isOpen(state)) return null
  return { caseId: last.id, kind: state === 'excluded' ? 'excluded' : 'held', spoken: last.saidAt !== null }
}
