import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, lstat, mkdir, open, opendir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { createFolderSyncs } from './folder-syncs.server.ts'
import {
  type ByteRange,
  checkKey,
  isKey,
  type ListedFile,
  type PictureStore,
  type StoredFile,
  type UnfinishedFile,
} from './picture-store.server.ts'

const PART = /\.[0-9a-f]{12}\.part$/

/**
 * Files under one folder, at the path that the key is: `originals/ab/abc….png`, `renditions/ab/abc…-960.webp`. A file is
 * written under another name (`….part`), synced, and renamed into place, so that a reader never meets half of one.
 */
export async function openDiskStore(folder: string): Promise<PictureStore> {
  const root = resolve(folder)
  await mkdir(root, { recursive: true })
  const syncs = createFolderSyncs()
  /** Folders whose own names are on the disk. */
  const kept = new Set<string>()

  async function put(key: string, content: Uint8Array | { path: string }): Promise<void> {
    const target = pathOf(key)
    const directory = dirname(target)
    const part = `${target}.${randomBytes(6).toString('hex')}.part`
    if (await mkdir(directory, { recursive: true })) kept.delete(directory)
    try {
      if ('path' in content) await copyFile(content.path, part)
      await writeAndSync(part, 'path' in content ? null : content)
      await rename(part, target)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    // A rename is safe from a power cut once its folder is, and a new folder once its parents are.
    const unsynced = kept.has(directory) ? [directory] : [directory, dirname(directory), root]
    await Promise.all(unsynced.map((folder) => syncs.settled(folder)))
    kept.add(directory)
  }

  async function openFile(key: string): Promise<StoredFile | null> {
    const path = pathOf(key)
    // A link that somebody laid in the folder is not followed out of it.
    const found = await lstat(path).catch(nullWhenMissing)
    if (!found?.isFile()) return null
    return { bytes: found.size, stream: (range) => webStream(path, range) }
  }

  async function remove(key: string): Promise<void> {
    await rm(pathOf(key), { force: true })
  }

  async function* list(prefix: string): AsyncGenerator<ListedFile> {
    for await (const { path, key } of filesUnder(root)) {
      if (!isKey(key) || !key.startsWith(prefix)) continue
      // Whoever lists has no claim that what is listed stays.
      const found = await lstat(path).catch(nullWhenMissing)
      if (found) yield { key, bytes: found.size, writtenAt: found.mtime }
    }
  }

  async function* listUnfinished(before: Date): AsyncGenerator<UnfinishedFile> {
    for await (const { path, key } of filesUnder(root)) {
      if (!PART.test(key) || !isKey(key.replace(PART, ''))) continue
      const found = await lstat(path).catch(nullWhenMissing)
      if (found && found.mtime < before) yield { name: key, remove: () => rm(path, { force: true }) }
    }
  }

  async function address(key: string): Promise<null> {
    checkKey(key)
    return null
  }

  function pathOf(key: string): string {
    return join(root, checkKey(key))
  }

  return { put, open: openFile, remove, address, list, listUnfinished }
}

async function* filesUnder(root: string): AsyncGenerator<{ path: string; key: string }> {
  // One folder open at a time: a recursive opendir would hold a handle for each.
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await opendir(folder).catch(nullWhenMissing)
    for await (const entry of entries ?? []) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile()) yield { path, key: relative(root, path).split(sep).join('/') }
    }
  }
}

async function writeAndSync(path: string, content: Uint8Array | null): Promise<void> {
  const file = await open(path, content ? 'wx' : 'r+')
  try {
    if (content) await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

function webStream(path: string, range?: ByteRange): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, range)) as ReadableStream<Uint8Array>
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
