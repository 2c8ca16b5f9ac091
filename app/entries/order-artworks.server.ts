import type { Kysely, Transaction } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findOwnArtwork, type OwnArtworkDetails, type OwnArtworkRefusal } from './own-artwork.server.ts'

/**
 * Puts one artwork at a place, 1 being the first, which stands for the entry on walls; the others close up. A place
 * beyond either end means that end.
 */
export function orderArtworks(
  db: Kysely<Database>,
  { place, ...own }: OwnArtworkDetails & { place: number },
  now: Date,
): Promise<Outcome<null, OwnArtworkRefusal>> {
  return writing(db, async (trx) => {
    const found = await findOwnArtwork(trx, own, now)
    if (!found.ok) return found
    const { facts, artworks, index } = found.value
    const target = Math.min(artworks.length, Math.max(1, Math.round(place))) - 1
    if (target === index) return done(null)
    const ids = artworks.map(({ id }) => id)
    ids.splice(target, 0, ...ids.splice(index, 1))
    await writeOrder(trx, ids)
    const where = { contestId: facts.entry.contestId, entryId: own.entryId }
    await recordActivity(trx, { at: now, kind: 'artworks-ordered', actorId: own.designer.id, ...where })
    return done(null)
  })
}

async function writeOrder(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await trx.updateTable('artwork').set({ position }).where('id', '=', id).execute()
  }
}
