import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { maySee } from '#app/contests/seal.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import { maySeeEntry } from './visibility.ts'

/** What this viewer may have of a picture, if an entry shows it. */
export interface ArtworkPictureRights {
  renditions: boolean
  original: boolean
}

/**
 * Asked by the addresses that hand out files; undefined when no entry shows the picture. The original is for its designer,
 * and for the contest's jury once the seal allows; producers ask through their run. What was taken down or withdrawn stays
 * visible to its designer and, for their rulings, to admins.
 */
export async function findArtworkPictureRights(
  db: Kysely<Database>,
  { pictureId, viewer }: { pictureId: string; viewer: Viewer | null },
  now: Date,
): Promise<ArtworkPictureRights | undefined> {
  const artwork = await db.selectFrom('artwork').select('entryId').where('pictureId', '=', pictureId).executeTakeFirst()
  const facts = artwork && (await findEntryFacts(db, artwork.entryId))
  if (!facts) return undefined
  const own = viewer?.id === facts.designerId
  const visible = maySeeEntry(viewer, facts, facts.contest, now)
  const moderating = has(viewer, 'admin') && facts.submittedAt !== null
  return {
    renditions: own || visible || moderating,
    original: own || (visible && maySee(viewer, 'originals', facts.contest, now)),
  }
}
