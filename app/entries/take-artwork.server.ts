import type { Kysely } from 'kysely'
import { discardPicture } from '#app/images/discard-picture.server.ts'
import type { PictureRefusal } from '#app/images/picture.ts'
import type { PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { takePicture } from '#app/images/take-picture.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import type { Database } from '#db/schema.ts'
import { type AddArtworkRefusal, addArtwork } from './add-artwork.server.ts'
import { findRoomForArtwork } from './artwork-room.server.ts'
import type { OwnEntryDetails } from './own-entry.server.ts'

export type TakeArtworkRefusal = AddArtworkRefusal | PictureRefusal

export interface TakeArtworkDetails extends OwnEntryDetails {
  /** A file of ours; the caller removes it. */
  sourcePath: string
}

/**
 * From an uploaded file to a picture in the entry, in the size the brief asks for. Whether there is room is asked before the
 * work of decoding, and again when it is hung; a picture that then finds no room leaves nothing behind.
 */
export async function takeArtwork(
  db: Kysely<Database>,
  workshop: PictureWorkshop,
  { sourcePath, ...own }: TakeArtworkDetails,
  now: Date,
): Promise<Outcome<string, TakeArtworkRefusal>> {
  const room = await findRoomForArtwork(db, own, now)
  if (!room.ok) return room
  const { minimumWidthPx: width, minimumHeightPx: height } = room.value.facts.contest.contest
  const details = { sourcePath, uploadedBy: own.designer.id, least: { width, height } }
  const taken = await takePicture(db, workshop, details, now)
  if (!taken.ok) return taken
  const pictureId = taken.value.id
  const added = await addArtwork(db, { ...own, pictureId }, now)
  if (!added.ok) await discardPicture(db, workshop.store, { pictureId })
  return added.ok ? done(added.value) : added
}
