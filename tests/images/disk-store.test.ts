import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import { pictureStoreSuite } from './picture-store.suite.ts'

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

pictureStoreSuite(async () => openDiskStore(await newFolder()))

test('a key is a path under the folder, and no part of a file stays beside it', async () => {
  const folder = await newFolder()
  const store = await openDiskStore(folder)
  await store.put('originals/ab/abc23.png', Buffer.from('x'))
  await store.put('originals/cd/cde45.png', { path: '/nowhere' }).catch(() => undefined)
  expect(await filesUnder(folder)).toEqual(['originals/ab/abc23.png'])
})

test('a folder in the place of a file is not opened', async () => {
  const folder = await newFolder()
  const store = await openDiskStore(folder)
  await store.put('originals/ab/abc23.png', Buffer.from('x'))
  await symlink(tmpdir(), join(folder, 'originals/ab/abc24.png'))
  expect(await store.open('originals/ab/abc24.png')).toBeNull()
})

test('a link to a file outside is not followed', async () => {
  const folder = await newFolder()
  const outside = await newFolder()
  const store = await openDiskStore(folder)
  await store.put('originals/ab/abc23.png', Buffer.from('x'))
  await writeFile(join(outside, 'secret'), 'secret')
  await symlink(join(outside, 'secret'), join(folder, 'originals/ab/abc24.png'))
  expect(await store.open('originals/ab/abc24.png')).toBeNull()
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-store-'))
  folders.push(folder)
  return folder
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
