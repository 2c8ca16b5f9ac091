import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeZip } from 'client-zip'
import type { Kysely } from 'kysely'
import { countKept, findUnnamed, readKeptFiles } from '#app/images/kept-pictures.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { syncFolder } from '#app/images/sync-folder.server.ts'
import { openDatabaseToRead } from '#db/database.server.ts'
import { listMigrations } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { writeSnapshot } from '#db/snapshot.server.ts'
import { DATABASE, FILES, MANIFEST, type Manifest, printSums, SUMS } from './backup-format.ts'

export interface BackupDetails {
  store: PictureStore
  /** Must not exist. It appears whole or not at all; beside it there is room for a copy of the database meanwhile. */
  path: string
  /** Given how many files there are, answers what is told of each. */
  tell?: (files: number) => (file: { bytes: number }) => void
}

export interface BackedUp {
  files: number
  bytes: number
  /** Keys that a row names and the store has not, though nobody discarded them meanwhile. */
  missing: string[]
  /** Keys whose content is not what their row says; they are in the backup as they are. */
  damaged: string[]
}

/** Backs up a database that may be in use, and every file that it names, at constant memory. */
export async function writeBackup(db: Kysely<Database>, details: BackupDetails, now: Date): Promise<BackedUp> {
  if (existsSync(details.path)) throw new Error(`${details.path} exists`)
  const snapshot = `${details.path}.sqlite`
  const partial = `${details.path}.partial`
  const report: BackedUp = { files: 0, bytes: 0, missing: [], damaged: [] }
  try {
    await writeSnapshot(db, snapshot)
    const copy = openDatabaseToRead(snapshot)
    try {
      const manifest: Manifest = { format: 1, madeAt: now.toISOString(), migrations: await listMigrations(copy) }
      await writeWhole(partial, makeZip(entriesOf({ copy, snapshot, manifest, report, details }, now)))
    } finally {
      await copy.destroy()
    }
    await rename(partial, details.path)
    await syncFolder(dirname(details.path))
    // What was discarded while the files were read is missed by nobody.
    report.missing = await named(db, report.missing)
    return report
  } finally {
    await rm(snapshot, { force: true })
    await rm(partial, { force: true })
  }
}

interface Work {
  copy: Kysely<Database>
  snapshot: string
  manifest: Manifest
  report: BackedUp
  details: BackupDetails
}

async function* entriesOf({ copy, snapshot, manifest, report, details }: Work, lastModified: Date) {
  const sums = new Map<string, string>()
  const tell = details.tell?.((await countKept(copy)).files)
  const noted = (name: string, input: AsyncIterable<Uint8Array>) => ({
    ...{ name, lastModified },
    input: summed(input, (sha256) => sums.set(name, sha256)),
  })
  yield noted(MANIFEST, textOf(`${JSON.stringify(manifest, null, 2)}\n`))
  yield noted(DATABASE, createReadStream(snapshot))
  for await (const { key, bytes, sha256 } of readKeptFiles(copy)) {
    const name = `${FILES}${key}`
    const stored = await details.store.open(key)
    if (!stored) {
      report.missing.push(key)
      continue
    }
    yield noted(name, chunksOf(stored.stream()))
    if (stored.bytes !== bytes || (sha256 ?? sums.get(name)) !== sums.get(name)) report.damaged.push(key)
    report.files += 1
    report.bytes += stored.bytes
    tell?.({ bytes: stored.bytes })
  }
  yield { name: SUMS, lastModified, input: printSums(sums) }
}

/** Passes all on, and tells its SHA-256 in hex at the end. */
async function* summed(input: AsyncIterable<Uint8Array>, tell: (sha256: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of input) {
    hash.update(chunk)
    yield chunk
  }
  tell(hash.digest('hex'))
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}

async function writeWhole(path: string, content: ReadableStream<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx')
  try {
    for await (const chunk of chunksOf(content)) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function named(db: Kysely<Database>, keys: readonly string[]): Promise<string[]> {
  const unnamed = new Set(await findUnnamed(db, keys))
  return keys.filter((key) => !unnamed.has(key))
}
