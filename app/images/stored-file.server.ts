import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { StoredFile } from './picture-store.server.ts'

/** What a file turned out to hold when it was read to its end; `sha256` in hex. */
export interface Digest {
  bytes: number
  sha256: string
}

/** Reads a stored file to its end, a piece at a time, and keeps nothing of it. */
export function digestOf(file: StoredFile): Promise<Digest> {
  return readInto(file, new Writable({ write: (_chunk, _encoding, written) => written() }))
}

/** Lends `use` a copy of a stored file under a path of ours, which is gone when it has answered. */
export async function withCopy<Answer>(
  file: StoredFile,
  use: (copy: Digest & { path: string }) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-copy-'))
  try {
    const path = join(folder, 'copy')
    return await use({ ...(await readInto(file, createWriteStream(path))), path })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readInto(file: StoredFile, target: Writable): Promise<Digest> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, passOn) {
      hash.update(chunk)
      bytes += chunk.byteLength
      passOn(null, chunk)
    },
  })
  await pipeline(Readable.fromWeb(file.stream() as NodeStream<Uint8Array>), counted, target)
  return { bytes, sha256: hash.digest('hex') }
}
