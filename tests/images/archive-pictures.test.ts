import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ArchivedFile, archivePictures } from '#app/images/archive-pictures.server.ts'
import type { PictureStore } from '#app/images/picture-store.server.ts'
import { type OpenedStores, openStores, STORE_NAMES } from './opened-stores.ts'
import { readZip } from './read-zip.ts'

const NOW = new Date('2026-04-01T12:00:00.000Z')
let stores: OpenedStores

beforeEach(async () => {
  stores = await openStores()
})
afterEach(() => stores.close())

describe.each(STORE_NAMES)('an archive of what %s keeps', (name) => {
  test('holds every file bit for bit and a list of them, at the length that was told', async () => {
    const [first, second] = [await kept(stores[name], 1, 200_000), await kept(stores[name], 2, 7)]
    const archive = await archivePictures(stores[name], [first.file, second.file], NOW)
    const zip = Buffer.from(await new Response(archive.stream).arrayBuffer())
    expect(zip.length).toBe(archive.bytes)
    const files = readZip(zip)
    expect([...files.keys()]).toEqual(['list.csv', 'entry-1.png', 'entry-2.png'])
    expect(files.get('entry-1.png')).toEqual(first.content)
    expect(files.get('entry-2.png')).toEqual(second.content)
    expect(files.get('list.csv')?.toString()).toBe(
      '\ufefffile,entry,title,enclosed\nentry-1.png,1,Boot 1,yes\nentry-2.png,2,Boot 2,yes\n',
    )
  })
})

test('a file that is lost or cut short stays out, and the list says so', async () => {
  const [here, lost, short] = [
    await kept(stores.disk, 1, 50),
    await kept(stores.disk, 2, 50),
    await kept(stores.disk, 3, 50),
  ]
  await stores.disk.remove(lost.file.key)
  await stores.disk.put(short.file.key, short.content.subarray(0, 20))
  const archive = await archivePictures(stores.disk, [here.file, lost.file, short.file], NOW)
  const zip = Buffer.from(await new Response(archive.stream).arrayBuffer())
  expect(zip.length).toBe(archive.bytes)
  const files = readZip(zip)
  expect([...files.keys()]).toEqual(['list.csv', 'entry-1.png'])
  expect(files.get('list.csv')?.toString()).toMatch(/entry-1\.png,.*,yes\nentry-2\.png,.*,no\nentry-3\.png,.*,no\n/)
})

test('a title that a spreadsheet would calculate is only text in the list', async () => {
  const { file } = await kept(stores.disk, 1, 5, '=HYPERLINK("http://evil.example","a, ""boot""")')
  const archive = await archivePictures(stores.disk, [file], NOW)
  const list = readZip(Buffer.from(await new Response(archive.stream).arrayBuffer()))
    .get('list.csv')
    ?.toString()
  expect(list).toContain(`"'=HYPERLINK(`)
})

test('files are opened one after the other, and the one being read is let go of when who downloads hangs up', async () => {
  const files = [await kept(stores.disk, 1, 300_000), await kept(stores.disk, 2, 300_000)].map(({ file }) => file)
  const { store, reading } = watched(stores.disk)
  const reader = (await archivePictures(store, files, NOW)).stream.getReader()
  let bytes = 0
  while (bytes < 100_000) bytes += (await reader.read()).value?.byteLength ?? Number.NaN
  expect(reading).toEqual([files[0]?.key])
  await reader.cancel()
  expect(reading).toEqual([])
})

async function kept(store: PictureStore, number: number, bytes: number, title = `Boot ${number}`) {
  const content = randomBytes(bytes)
  const key = `originals/ab/abc${number}.png`
  await store.put(key, content)
  const file: ArchivedFile = { name: `entry-${number}.png`, key, bytes, about: { entry: number, title } }
  return { content, file }
}

/** The store itself, with a list of the files that are being read from it. */
function watched(disk: PictureStore): { store: PictureStore; reading: string[] } {
  const reading: string[] = []
  const forget = (key: string) => reading.splice(reading.indexOf(key), 1)
  async function open(key: string) {
    const file = await disk.open(key)
    if (!file) return null
    return { ...file, stream: () => watchedStream(file.stream(), key) }
  }
  function watchedStream(stream: ReadableStream<Uint8Array>, key: string): ReadableStream<Uint8Array> {
    reading.push(key)
    const reader = stream.getReader()
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
        forget(key)
        controller.close()
      },
      async cancel() {
        forget(key)
        await reader.cancel()
      },
    })
  }
  return { store: { ...disk, open }, reading }
}
