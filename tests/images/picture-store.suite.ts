import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ByteRange, ListedFile, PictureStore, StoredFile } from '#app/images/picture-store.server.ts'

const KEY = 'renditions/ab/abc23-320.webp'

export const HOSTILE_KEYS = [
  '',
  '/etc/passwd',
  '../outside.webp',
  'originals/../../outside.webp',
  'originals/ab/../../../outside.png',
  'originals/ab/..%2f..%2fx.png',
  'originals\\ab\\x.png',
  'originals/ab/x.png\0.webp',
  'originals/ab/x.png\n',
  'originals/ab/.x.png',
  'originals/ab/x.html',
  'originals/ab/x.pdf',
  'production/ab/x.exe',
  'production/ab/x.zip',
  'production/../../x.pdf',
  'originals/ab/x.png/y.png',
  'originals/AB/x.png',
  'other/ab/x.png',
  `originals/ab/${'x'.repeat(300)}.png`,
]

/** What every store must do; each driver's test runs it on an empty store of its own. */
export function pictureStoreSuite(openStore: () => Promise<PictureStore>): void {
  describe('a picture store', () => {
    test('gives back what was put, byte for byte, with its length', async () => {
      const store = await openStore()
      const content = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
      await store.put(KEY, content)
      const file = await store.open(KEY)
      expect(file?.bytes).toBe(200_000)
      expect(await bytesOf(file)).toEqual(content)
    })

    test('gives a part of a file, from its first byte to its last, and no byte more', async () => {
      const store = await openStore()
      const content = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
      await store.put(KEY, content)
      for (const [start, end] of [
        [0, 0],
        [1, 150_000],
        [199_999, 199_999],
        [0, 199_999],
      ] as const) {
        const file = await store.open(KEY)
        expect(await bytesOf(file, { start, end })).toEqual(content.slice(start, end + 1))
      }
    })

    test('takes a file by its path and leaves that file where it is', async () => {
      const store = await openStore()
      const folder = await mkdtemp(join(tmpdir(), 'placet-test-'))
      try {
        const path = join(folder, 'source')
        await writeFile(path, 'the original')
        await store.put('originals/ab/abc23.png', { path })
        await store.put('originals/ab/abc24.png', { path })
        expect(await textOf(store, 'originals/ab/abc23.png')).toBe('the original')
        expect(await textOf(store, 'originals/ab/abc24.png')).toBe('the original')
      } finally {
        await rm(folder, { recursive: true })
      }
    })

    test('keeps files for production beside the pictures', async () => {
      const store = await openStore()
      await store.put('production/ab/abc23.pdf', Buffer.from('%PDF-1.4'))
      expect(await textOf(store, 'production/ab/abc23.pdf')).toBe('%PDF-1.4')
      expect((await listed(store, 'production/')).map(({ key }) => key)).toEqual(['production/ab/abc23.pdf'])
    })

    test('replaces a file that is put again, for readers that open it afterwards', async () => {
      const store = await openStore()
      await store.put(KEY, Buffer.from('first, and longer'))
      await store.put(KEY, Buffer.from('second'))
      expect(await textOf(store, KEY)).toBe('second')
    })

    test('keeps one whole content when many put the same key at once', async () => {
      const store = await openStore()
      const contents = Array.from({ length: 12 }, (_, n) => String(n).repeat(50_000))
      await Promise.all(contents.map((content) => store.put(KEY, Buffer.from(content))))
      expect(contents).toContain(await textOf(store, KEY))
    })

    test('opens nothing where nothing is, and after a removal', async () => {
      const store = await openStore()
      expect(await store.open(KEY)).toBeNull()
      await store.put(KEY, Buffer.from('x'))
      await store.remove(KEY)
      expect(await store.open(KEY)).toBeNull()
    })

    test('removes what is not there without complaint', async () => {
      const store = await openStore()
      await store.remove(KEY)
      await store.remove(KEY)
    })

    test('keeps nothing when the file to put cannot be read', async () => {
      const store = await openStore()
      await expect(store.put(KEY, { path: '/nowhere/at/all' })).rejects.toThrow()
      expect(await store.open(KEY)).toBeNull()
    })

    test('gives a browser the very file at its address, or no address', async () => {
      const store = await openStore()
      expect(await store.address(KEY)).toBeNull()
      await store.put(KEY, Buffer.from('a picture'))
      const address = await store.address(KEY)
      if (address !== null) expect(await (await fetch(address)).text()).toBe('a picture')
      await store.remove(KEY)
      expect(await store.address(KEY)).toBeNull()
    })

    test('lists each file once, with its size and time, by the beginning of its key', async () => {
      const store = await openStore()
      expect(await listed(store, '')).toEqual([])
      const before = Date.now() - 2000
      await store.put('originals/ab/abc23.png', Buffer.from('first, and longer'))
      await store.put('originals/ab/abc23.png', Buffer.from('second'))
      await store.put('originals/cd/cde45.jpeg', Buffer.from('other'))
      await store.put(KEY, Buffer.from('rendition'))
      await store.put('renditions/ab/gone.webp', Buffer.from('x'))
      await store.remove('renditions/ab/gone.webp')
      const everything = await listed(store, '')
      expect(everything.map(({ key, bytes }) => [key, bytes])).toEqual([
        ['originals/ab/abc23.png', 6],
        ['originals/cd/cde45.jpeg', 5],
        [KEY, 9],
      ])
      for (const { writtenAt } of everything) expect(writtenAt.getTime()).toBeGreaterThan(before)
      expect((await listed(store, 'originals/')).map(({ key }) => key)).toHaveLength(2)
      expect((await listed(store, 'originals/cd')).map(({ key }) => key)).toEqual(['originals/cd/cde45.jpeg'])
    })

    test('has nothing unfinished after what it finished and what it refused', async () => {
      const store = await openStore()
      await store.put(KEY, Buffer.from('first'))
      await store.put(KEY, Buffer.from('second'))
      await store.put('originals/ab/abc23.png', { path: '/nowhere/at/all' }).catch(() => undefined)
      const tomorrow = new Date(Date.now() + 86_400_000)
      for await (const { name } of store.listUnfinished(tomorrow)) expect.fail(name)
    })

    test.each(HOSTILE_KEYS)('refuses the key %j in every verb', async (key) => {
      const store = await openStore()
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a picture key')
      await expect(store.open(key)).rejects.toThrow('not a picture key')
      await expect(store.remove(key)).rejects.toThrow('not a picture key')
      await expect(store.address(key)).rejects.toThrow('not a picture key')
    })
  })
}

async function listed(store: PictureStore, prefix: string): Promise<ListedFile[]> {
  const files: ListedFile[] = []
  for await (const file of store.list(prefix)) files.push(file)
  return files.sort((one, other) => (one.key < other.key ? -1 : 1))
}

async function textOf(store: PictureStore, key: string): Promise<string> {
  return new TextDecoder().decode(await bytesOf(await store.open(key)))
}

async function bytesOf(file: StoredFile | null, range?: ByteRange): Promise<Uint8Array> {
  if (file === null) throw new Error('the store has no such file')
  return new Uint8Array(await new Response(file.stream(range)).arrayBuffer())
}
