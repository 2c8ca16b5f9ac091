import type { GoneStep } from '#app/entries/gone-step.ts'
import { recordEvents } from './append-event.server.ts'
import { listUnrecordedWithdrawals } from './entries-gone.server.ts'

/**
 * What the vote does when an entry leaves its contest, as a step of that transaction: the record says so in the same minute, if the entry
 * was in the vote. A vote that was counted stays as it was counted.
 */
export const recordEntryGone: GoneStep = async (trx, { contestId, entryId }, now) => {
  const tally = await trx.selectFrom('tally').select('contestId').where('contestId', '=', contestId).executeTakeFirst()
  if (tally) return
  const owed = await listUnrecordedWithdrawals(trx, contestId)
  const happened = owed.filter((event) => event.entryId === entryId)
  await recordEvents(trx, { contestId, happened }, now)
}
