import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { Boundary } from './schedule.ts'

export interface RecordedMove {
  id: number
  boundary: Boundary
  fromAt: string
  toAt: string
  reason: string
  movedBy: string
  movedAt: string
}

/** Every change to the calendar since it was announced, the latest first, with the name of who made it. Public. */
export async function listBoundaryMoves(db: Kysely<Database>, contestId: string): Promise<RecordedMove[]> {
  const rows = await db
    .selectFrom('boundaryMove')
    .innerJoin('account', 'account.id', 'boundaryMove.movedBy')
    .select(['boundaryMove.id', 'boundary', 'fromAt', 'toAt', 'reason', 'movedAt', 'account.name', 'account.handle'])
    .where('contestId', '=', contestId)
    .orderBy('boundaryMove.id', 'desc')
    .execute()
  return rows.map(({ name, handle, ...move }) => ({ ...move, movedBy: name ?? handle }))
}

export interface RecordedExtension {
  day: number
  fromAt: string
  toAt: string
  extendedAt: string
}

/** Every day by which voting extended itself, the latest first. Public. */
export function listExtensions(db: Kysely<Database>, contestId: string): Promise<RecordedExtension[]> {
  return db
    .selectFrom('votingExtension')
    .select(['day', 'fromAt', 'toAt', 'extendedAt'])
    .where('contestId', '=', contestId)
    .orderBy('day', 'desc')
    .execute()
}
