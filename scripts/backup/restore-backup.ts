import { createHash, hash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { isKey, type PictureStore } from '#app/images/picture-store.server.ts'
import { syncFolder } from '#app/images/sync-folder.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { listKnownMigrations } from '#db/migrate.server.ts'
import { findFaults } from '#db/snapshot.server.ts'
import { DATABASE, FILES, MANIFEST, type Manifest, manifestSchema, parseSums, SUMS } from './backup-format.ts'

export interface RestoreDetails {
  path: string
  /** Must not exist: what is there is never written over. */
  databaseFile: string
  store: PictureStore
  /** Given how many files there are, answers what is told of each. */
  tell?: (files: number) => (file: { bytes: number }) => void
}

export interface Restored {
  madeAt: string
  files: number
}

/** Why a backup was not restored, in a sentence; nothing was put in the place of the database. */
export class RestoreError extends Error {
  override name = 'RestoreError'
}

/**
 * Checks a backup against its digests, puts its files into the store, and last, when all is there, the database into its place. Cut short
 * or refused, it leaves no database; files that are in the store by then do no harm, and the next run puts them again.
 */
export async function restoreBackup(details: RestoreDetails): Promise<Restored> {
  const { path, databaseFile } = details
  if (existsSync(databaseFile)) throw new RestoreError(`There is a database at ${databaseFile}. Move it away first.`)
  const zip = await openZip(path)
  await mkdir(dirname(databaseFile), { recursive: true })
  const folder = await mkdtemp(join(dirname(databaseFile), '.restoring-'))
  try {
    const { manifest, entries, sums } = await readContents(zip)
    const extracted = join(folder, 'file')
    const extract = async (name: string, entry: Entry, target = extracted) => {
      const sha256 = await extractTo(zip, entry, target)
      if (sha256 !== sums.get(name)) throw new RestoreError(`${name} in ${path} is damaged.`)
    }
    const database = join(folder, DATABASE)
    await extract(DATABASE, entryOf(entries, DATABASE), database)
    await checkDatabase(database)
    const files = [...entries].filter(([name]) => name.startsWith(FILES))
    const tell = details.tell?.(files.length)
    for (const [name, entry] of files) {
      await extract(name, entry)
      await details.store.put(name.slice(FILES.length), { path: extracted })
      tell?.({ bytes: entry.uncompressedSize })
    }
    await rename(database, databaseFile)
    await syncFolder(dirname(databaseFile))
    return { madeAt: manifest.madeAt, files: files.length }
  } finally {
    zip.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function openZip(path: string): Promise<ZipFile> {
  if (!existsSync(path)) throw new RestoreError(`There is no file ${path}.`)
  return openPromise(path, { autoClose: false }).catch(notWhole)
}

function notWhole(error: Error): never {
  throw new RestoreError(`This is not a whole backup: ${error.message}.`)
}

interface Contents {
  manifest: Manifest
  entries: Map<string, Entry>
  sums: Map<string, string>
}

/** Names are checked here: whatever a ZIP says, only what a backup has is read from it. */
async function readContents(zip: ZipFile): Promise<Contents> {
  const entries = new Map<string, Entry>()
  const listed = zip.eachEntry()
  const next = () => listed.next().catch(notWhole)
  for (let found = await next(); !found.done; found = await next()) {
    const entry = found.value
    const { fileName: name } = entry
    const known = name === MANIFEST || name === DATABASE || name === SUMS
    if (!known && !(name.startsWith(FILES) && isKey(name.slice(FILES.length))))
      throw new RestoreError(`The backup has a file that no backup of Placet has: ${JSON.stringify(name)}.`)
    if (entries.has(name)) throw new RestoreError(`The backup has ${name} twice.`)
    entries.set(name, entry)
  }
  const about = await readText(zip, entryOf(entries, MANIFEST))
  const manifest = manifestSchema.safeParse(parseJson(about))
  if (!manifest.success) throw new RestoreError(`${MANIFEST} is not one that this version of Placet reads.`)
  const unknown = manifest.data.migrations.find((name) => !listKnownMigrations().includes(name))
  if (unknown) throw new RestoreError(`The backup was made by a newer version of Placet: it has ${unknown}.`)
  const sums = parseSums(await readText(zip, entryOf(entries, SUMS)))
  if (!sums) throw new RestoreError(`${SUMS} is not a list of digests.`)
  if (sums.get(MANIFEST) !== hash('sha256', about)) throw new RestoreError(`${MANIFEST} is not as it was written.`)
  const missing = [...sums.keys()].find((name) => !entries.has(name))
  if (missing) throw new RestoreError(`${missing} is not in the backup.`)
  return { manifest: manifest.data, entries, sums }
}

function entryOf(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name)
  if (!entry) throw new RestoreError(`${name} is not in the backup.`)
  return entry
}

/** A text of a few hundred thousand lines at most: the digests of all files. */
async function readText(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Returns the SHA-256, in hex, of what was written. */
async function extractTo(zip: ZipFile, entry: Entry, path: string): Promise<string> {
  const digest = createHash('sha256')
  const source = await zip.openReadStreamPromise(entry).catch(notWhole)
  source.on('data', (chunk: Buffer) => digest.update(chunk))
  await pipeline(source, createWriteStream(path))
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
  return digest.digest('hex')
}

async function checkDatabase(path: string): Promise<void> {
  const db = openDatabase(path)
  try {
    const faults = await findFaults(db)
    if (faults.length > 0) throw new RestoreError(`The database in the backup is damaged: ${faults.join('; ')}.`)
  } finally {
    await db.destroy()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
