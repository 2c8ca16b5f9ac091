import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { maySee } from '#app/contests/seal.ts'
import type { PictureAudience } from '#app/images/picture-audience.ts'
import type { Database } from '#db/schema.ts'
import { findEntryFacts } from './entries.server.ts'
import { entryState } from './entry.ts'
import { maySeeEntry } from './visibility.ts'

/** Who may see the picture as part of an entry; null when it is part of none. */
export async function findArtworkAudience(
  db: Kysely<Database>,
  { pictureId, viewer }: { pictureId: string; viewer: Viewer | null },
  now: Date,
): Promise<PictureAudience | null> {
  const facts = await findEntryShowing(db, pictureId)
  if (!facts) return null
  if (maySeeEntry(null, facts, facts.contest, now)) return 'everyone'
  if (maySeeEntry(viewer, facts, facts.contest, now)) return 'viewer'
  return has(viewer, 'admin') && (await isInNearMatch(db, pictureId)) ? 'viewer' : 'nobody'
}

/** Of two pictures that look alike the admins see both, also when one is withdrawn or taken down; a draft's they never see. */
async function isInNearMatch(db: Kysely<Database>, pictureId: string): Promise<boolean> {
  const match = await db
    .selectFrom('nearMatch')
    .innerJoin('artwork as one', 'one.pictureId', 'nearMatch.pictureId')
    .innerJoin('artwork as other', 'other.pictureId', 'nearMatch.otherPictureId')
    .innerJoin('entrySubmission as oneSubmitted', 'oneSubmitted.entryId', 'one.entryId')
    .innerJoin('entrySubmission as otherSubmitted', 'otherSubmitted.entryId', 'other.entryId')
    .select('nearMatch.id')
    .where((eb) => eb.or([eb('nearMatch.pictureId', '=', pictureId), eb('nearMatch.otherPictureId', '=', pictureId)]))
    .executeTakeFirst()
  return match !== undefined
}

/** The same for the head of a contest: everyone's once published, the admins' while they write it. */
export async function findHeadAudience(
  db: Kysely<Database>,
  { pictureId, viewer }: { pictureId: string; viewer: Viewer | null },
): Promise<PictureAudience | null> {
  const contests = await db
    .selectFrom('contest')
    .leftJoin('publication', 'publication.contestId', 'contest.id')
    .select('publication.publishedAt')
    .where('contest.headPictureId', '=', pictureId)
    .execute()
  if (contests.length === 0) return null
  if (contests.some(({ publishedAt }) => publishedAt !== null)) return 'everyone'
  return has(viewer, 'admin') ? 'viewer' : 'nobody'
}

/** Whether this juror may have the untouched file: of a published entry, once the seal lets the panel have originals. */
export async function mayJudgeOriginal(
  db: Kysely<Database>,
  { pictureId, viewer }: { pictureId: string; viewer: Viewer },
  now: Date,
): Promise<boolean> {
  const facts = await findEntryShowing(db, pictureId)
  if (!facts || entryState(facts) !== 'submitted') return false
  return maySee(viewer, 'originals', facts.contest, now)
}

async function findEntryShowing(db: Kysely<Database>, pictureId: string) {
  const artwork = await db.selectFrom('artwork').select('entryId').where('pictureId', '=', pictureId).executeTakeFirst()
  return artwork && findEntryFacts(db, artwork.entryId)
}
