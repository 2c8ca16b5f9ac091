import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findOwnArtwork, type OwnArtworkDetails, type OwnArtworkRefusal } from './own-artwork.server.ts'

/**
 * Puts one artwork at a place, 1 being the first, which stands for the entry on walls; the others close up. A place
 * beyond either end means that end. What is done is the order’s version, by which a page knows a reading from before.
 */
export function orderArtworks(
  db: Kysely<Database>,
  { place, ...own }: OwnArtworkDetails & { place: number },
  now: Date,
): Promise<Outcome<{ orderVersion: number }, OwnArtworkRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnArtwork(trx, own, now)
    if (!found.ok) return found
    const { facts, artworks, index } = found.value
    const target = Math.min(artworks.length, Math.max(1, Math.round(place))) - 1
    const { orderVersion } = facts.entry
    if (target === index) return done({ orderVersion })
    const ids = artworks.map(({ id }) => id)
    ids.splice(target, 0, ...ids.splice(index, 1))
    const next = orderVersion + 1
    await writeOrder(trx, own.entryId, ids, next)
    const where = { contestId: facts.entry.contestId, entryId: own.entryId }
    await recordActivity(trx, { at: now, kind: 'artworks-ordered', actorId: own.designer.id, ...where })
    return done({ orderVersion: next })
  })
}

async function writeOrder(
  trx: Transaction<Database>,
  entryId: string,
  ids: readonly string[],
  orderVersion: number,
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await trx.updateTable('artwork').set({ position }).where('id', '=', id).execute()
  }
  await trx.updateTable('entry').set({ orderVersion }).where('id', '=', entryId).execute()
}
