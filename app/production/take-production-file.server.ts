import { open } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { type PictureStore, productionKey } from '#app/images/picture-store.server.ts'
import { RECOGNITION_BYTES } from '#app/images/recognise-format.ts'
import { type Outcome, refused } from '#app/outcome.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import { type HandInFileRefusal, handInFile } from './hand-in-file.server.ts'
import { PRODUCTION_FILE_BYTES_MOST } from './production-file.ts'
import { type FileKindRefusal, recogniseFile } from './recognise-file.ts'

export type TakeFileRefusal = HandInFileRefusal | FileKindRefusal | 'file-empty' | 'file-too-large'

interface TakeProductionFile {
  runId: string
  by: Viewer
  note: string
  /** A file of ours, which the caller removes, with what was reckoned while it came. */
  source: { path: string; bytes: number; sha256: string }
}

/**
 * From an uploaded file to a version of the run's production file: its first bytes say what it is called, and it is kept bit for
 * bit before its row is written. A refusal leaves no file; a crash in between leaves one that no row names, for the sweep.
 */
export async function takeProductionFile(
  db: Kysely<Database>,
  store: PictureStore,
  { runId, by, note, source }: TakeProductionFile,
  now: Date,
): Promise<Outcome<{ version: number }, TakeFileRefusal>> {
  if (source.bytes === 0) return refused('file-empty')
  if (source.bytes > PRODUCTION_FILE_BYTES_MOST) return refused('file-too-large')
  const kind = recogniseFile(await headOf(source.path))
  if (!kind.ok) return kind
  const id = newId()
  const key = productionKey(id, kind.value)
  const { bytes, sha256 } = source
  try {
    await store.put(key, { path: source.path })
    const handedIn = await handInFile(db, { runId, by, note, file: { id, key, kind: kind.value, bytes, sha256 } }, now)
    if (!handedIn.ok) await store.remove(key)
    return handedIn
  } catch (error) {
    await store.remove(key).catch(() => undefined)
    throw error
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(RECOGNITION_BYTES), 0, RECOGNITION_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
