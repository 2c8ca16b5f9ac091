import type { Kysely } from 'kysely'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import type { EntryFacts } from './entries.server.ts'
import { type Artwork, listArtworks } from './entry-contents.server.ts'
import { findOwnChangeableEntry, type OwnEntryDetails, type OwnEntryRefusal } from './own-entry.server.ts'

export type OwnArtworkRefusal = OwnEntryRefusal | 'artwork-not-found'

export interface OwnArtworkDetails extends OwnEntryDetails {
  artworkId: string
}

/** One artwork of an entry that is this designer's and may change now, with its neighbours in their order. */
export async function findOwnArtwork(
  trx: Kysely<Database>,
  { artworkId, ...own }: OwnArtworkDetails,
  now: Date,
): Promise<Outcome<{ facts: EntryFacts; artworks: Artwork[]; index: number }, OwnArtworkRefusal>> {
  const found = await findOwnChangeableEntry(trx, own, now)
  if (!found.ok) return found
  const artworks = await listArtworks(trx, own.entryId)
  const index = artworks.findIndex(({ id }) => id === artworkId)
  return index === -1 ? refused('artwork-not-found') : done({ facts: found.value, artworks, index })
}
