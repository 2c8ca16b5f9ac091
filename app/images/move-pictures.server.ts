import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import {
  type KeptKey,
  type KeptPicture,
  readKeptCards,
  readKeptPictures,
  readKeptProductionFiles,
} from './kept-pictures.server.ts'
import type { PictureStore } from './picture-store.server.ts'
import { digestOf, withCopy } from './stored-file.server.ts'

export interface MoveDetails {
  from: PictureStore
  to: PictureStore
  /** Takes each file out of the old store once its copy in the new one has been read back and is the same. */
  remove: boolean
  /** Told after every file. */
  onFile?: (file: KeptKey & { fate: FileFate }) => void
}

/** What became of one file; the last two are for a person to look at. */
export type FileFate = 'copied' | 'there-already' | 'missing' | 'damaged'

export interface Moved {
  files: Record<FileFate, number>
  removed: number
  /** Keys that are in neither store, and keys whose content is not what their row says. */
  missing: string[]
  damaged: string[]
}

/** Enough to fill a line to a service far away, and little enough for a small machine. */
const PICTURES_AT_ONCE = 4

/**
 * Copies every file that a row names from one store to another, and reads each copy back. What is there already, in the right
 * length, is not copied again, so that a move that was interrupted goes on where it was; but nothing is removed on that alone.
 */
export async function movePictures(db: Kysely<Database>, details: MoveDetails): Promise<Moved> {
  const moved: Moved = {
    files: { copied: 0, 'there-already': 0, missing: 0, damaged: 0 },
    ...{ removed: 0, missing: [], damaged: [] },
  }
  const there = new Map<string, number>()
  for await (const { key, bytes } of details.to.list('')) there.set(key, bytes)
  // One reader for all: each takes the next picture as soon as it has moved its last, and a failure ends the reading for all.
  const pictures = readKeptPictures(db)
  const move = async () => {
    for await (const picture of pictures) {
      for (const file of filesOf(picture)) await moveFile(file, there.get(file.key) === file.bytes, details, moved)
    }
  }
  const moves = await Promise.allSettled(Array.from({ length: PICTURES_AT_ONCE }, move))
  const failed = moves.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  for await (const { key, bytes } of readKeptCards(db)) {
    await moveFile({ key, bytes }, there.get(key) === bytes, details, moved)
  }
  for await (const { key, bytes, sha256 } of readKeptProductionFiles(db)) {
    await moveFile({ key, bytes, sha256 }, there.get(key) === bytes, details, moved)
  }
  return moved
}

/** The digest is known of originals only; a rendition must be what the old store has. */
interface FileToMove extends KeptKey {
  sha256?: string
}

function filesOf({ sha256, original, renditions }: KeptPicture): FileToMove[] {
  return [{ ...original, sha256 }, ...renditions]
}

async function moveFile(file: FileToMove, isThere: boolean, details: MoveDetails, moved: Moved): Promise<void> {
  const fate = isThere ? await settle(file, details, moved) : await copy(file, details)
  moved.files[fate] += 1
  if (fate === 'missing' || fate === 'damaged') moved[fate].push(file.key)
  if (fate === 'copied' && details.remove) await removeOld(file, details, moved)
  details.onFile?.({ key: file.key, bytes: file.bytes, fate })
}

async function copy(file: FileToMove, { from, to }: MoveDetails): Promise<FileFate> {
  const old = await from.open(file.key)
  if (!old) return 'missing'
  return withCopy(old, async ({ path, bytes, sha256 }) => {
    if (bytes !== file.bytes || sha256 !== (file.sha256 ?? sha256)) return 'damaged'
    await to.put(file.key, { path })
    const kept = await to.open(file.key)
    if (!kept || (await digestOf(kept)).sha256 !== sha256) {
      throw new Error(`${file.key} was put and does not read back as it was`)
    }
    return 'copied'
  })
}

/** A file that an earlier move has copied; only before the old one is removed are the two compared once more. */
async function settle(file: FileToMove, details: MoveDetails, moved: Moved): Promise<FileFate> {
  const { from, to, remove } = details
  const [old, kept] = [remove ? await from.open(file.key) : null, remove ? await to.open(file.key) : null]
  if (!old || !kept) return 'there-already'
  const [before, after] = [await digestOf(old), await digestOf(kept)]
  if (before.sha256 !== after.sha256) return copy(file, details)
  if (after.sha256 !== (file.sha256 ?? after.sha256)) return 'damaged'
  await removeOld(file, details, moved)
  return 'there-already'
}

async function removeOld({ key }: FileToMove, { from }: MoveDetails, moved: Moved): Promise<void> {
  await from.remove(key)
  moved.removed += 1
}
