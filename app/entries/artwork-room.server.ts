import type { Kysely } from 'kysely'
import { mayFinishUpload } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type EntryFacts, findEntryFacts } from './entries.server.ts'
import { entryState } from './entry.ts'
import { hasSentAll, holdsAll } from './kept-bytes.server.ts'
import type { OwnEntryDetails, OwnEntryRefusal } from './own-entry.server.ts'

export type ArtworkRoomRefusal = OwnEntryRefusal | 'pictures-full' | 'person-sent-all' | 'contest-holds-all'

export interface ArtworkRoom {
  facts: EntryFacts
  /** Of the originals that hang already. */
  sha256s: string[]
  /** Where the next one goes. */
  position: number
}

/**
 * Whether one more picture may be hung. An upload begun before the deadline may finish within ten minutes of it, on a
 * published entry too (DESIGN.md, "The contest's calendar").
 */
export async function findRoomForArtwork(
  db: Kysely<Database>,
  { entryId, designer, begunAt }: OwnEntryDetails,
  now: Date,
): Promise<Outcome<ArtworkRoom, ArtworkRoomRefusal>> {
  const facts = await findEntryFacts(db, entryId)
  if (!facts || facts.designerId !== designer.id) return refused('entry-not-found')
  const state = entryState(facts)
  if (state === 'withdrawn') return refused('entry-withdrawn')
  if (state === 'taken-down') return refused('entry-taken-down')
  if (!mayFinishUpload(facts.contest, begunAt ?? now, now)) return refused('entries-closed')
  const hung = await db
    .selectFrom('artwork')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(['picture.sha256', 'artwork.position'])
    .where('artwork.entryId', '=', entryId)
    .orderBy('artwork.position')
    .execute()
  if (hung.length >= facts.contest.contest.maximumPictures) return refused('pictures-full')
  if (await hasSentAll(db, designer.id)) return refused('person-sent-all')
  if (await holdsAll(db, facts.entry.contestId)) return refused('contest-holds-all')
  return done({
    facts,
    sha256s: hung.map(({ sha256 }) => sha256),
    position: (hung.at(-1)?.position ?? -1) + 1,
  })
}
