import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { openUploadThingStore } from '#app/images/uploadthing-store.server.ts'
import { type StandIn, startStandIn } from './uploadthing-stand-in.ts'

/** Both drivers, empty, for what must hold whichever is chosen. */
export interface OpenedStores {
  disk: PictureStore
  diskFolder: string
  uploadthing: PictureStore
  standIn: StandIn
  close(): Promise<void>
}

export const STORE_NAMES = ['disk', 'uploadthing'] as const

export async function openStores(): Promise<OpenedStores> {
  const diskFolder = await mkdtemp(join(tmpdir(), 'placet-stores-'))
  const standIn = await startStandIn()
  return {
    disk: await openDiskStore(diskFolder),
    diskFolder,
    uploadthing: openUploadThingStore(standIn.settings),
    standIn,
    async close() {
      await standIn.close()
      await rm(diskFolder, { recursive: true, force: true })
    },
  }
}

export async function keysIn(store: PictureStore): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list('')) keys.push(key)
  return keys.sort()
}

export async function contentOf(store: PictureStore, key: string): Promise<Buffer | null> {
  const file = await store.open(key)
  return file && Buffer.from(await new Response(file.stream()).arrayBuffer())
}
