import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { countOpenCases } from './cases.server.ts'
import { type DeskWindow, deskWindowAt } from './desk-window.ts'

/** Whether the desk still keeps the count of a contest waiting; null before the close. */
export async function findDeskWindow(db: Kysely<Database>, contestId: string, now: Date): Promise<DeskWindow | null> {
  const freeze = await db
    .selectFrom('freeze')
    .leftJoin('deskEnd', 'deskEnd.contestId', 'freeze.contestId')
    .select(['freeze.frozenAt', 'freeze.sequence', 'deskEnd.endedAt'])
    .where('freeze.contestId', '=', contestId)
    .executeTakeFirst()
  if (!freeze) return null
  const lastLook = await db
    .selectFrom('deskLook')
    .select('id')
    .where('contestId', '=', contestId)
    .where('last', '=', 1)
    .limit(1)
    .executeTakeFirst()
  const ruling = await db
    .selectFrom('deskAct')
    .innerJoin('deskCase', 'deskCase.id', 'deskAct.caseId')
    .select('deskAct.id')
    .where('deskCase.contestId', '=', contestId)
    .where('deskAct.doneBy', 'is not', null)
    .where('deskAct.doneAt', '>=', freeze.frozenAt)
    .limit(1)
    .executeTakeFirst()
  const open = await countOpenCases(db, contestId)
  const { frozenAt, endedAt, sequence } = freeze
  // Where nobody voted there is nothing to look at.
  const lookedLast = lastLook !== undefined || sequence === 0
  return deskWindowAt({ frozenAt, endedAt, open, lookedLast, ruledSince: ruling !== undefined }, now)
}
