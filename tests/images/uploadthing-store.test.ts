import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openUploadThingStore } from '#app/images/uploadthing-store.server.ts'
import { pictureStoreSuite } from './picture-store.suite.ts'
import { type StandIn, startStandIn } from './uploadthing-stand-in.ts'

const KEY = 'originals/ab/abc23.png'
let standIn: StandIn

beforeAll(async () => {
  standIn = await startStandIn()
})

afterEach(() => standIn.empty())

afterAll(() => standIn.close())

pictureStoreSuite(async () => openUploadThingStore(standIn.settings))

test('a file is private, under a name made from its key, and an original is never shown in a page', async () => {
  const store = openUploadThingStore(standIn.settings)
  await store.put(KEY, Buffer.from('x'))
  await store.put('renditions/ab/abc23-320.webp', Buffer.from('x'))
  expect(standIn.records).toMatchObject([
    { customId: 'originals_ab_abc23.png', name: 'abc23.png', acl: 'private', disposition: 'attachment' },
    { customId: 'renditions_ab_abc23-320.webp', acl: 'private', disposition: 'inline' },
  ])
})

test('an address opens one file for five minutes, unchanged, and nothing else', async () => {
  const store = openUploadThingStore(standIn.settings)
  await store.put(KEY, Buffer.from('mine'))
  await store.put('originals/ab/abc24.png', Buffer.from('not mine'))
  const address = (await store.address(KEY)) ?? ''
  const statusOf = async (url: string) => (await fetch(url)).status
  expect(await statusOf(address)).toBe(200)
  expect(await statusOf(address.replace('abc23', 'abc24'))).toBe(403)
  expect(await statusOf(address.replace(/expires=\d/, 'expires=9'))).toBe(403)
  expect(await statusOf(address.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBe(403)
  expect(await statusOf(address.replace(/&signature=.*/, ''))).toBe(403)
  standIn.setClock(new Date(Date.now() + 295_000))
  expect(await statusOf(address)).toBe(200)
  standIn.setClock(new Date(Date.now() + 301_000))
  expect(await statusOf(address)).toBe(403)
})

test('another key than the app’s keeps, opens, lists and deletes nothing', async () => {
  await openUploadThingStore(standIn.settings).put(KEY, Buffer.from('mine'))
  const stranger = openUploadThingStore(standIn.withKey('sk_live_guessed'))
  await expect(stranger.put('originals/ab/abc24.png', Buffer.from('x'))).rejects.toThrow('403')
  await expect(stranger.open(KEY)).rejects.toThrow('403')
  await expect(stranger.remove(KEY)).rejects.toThrow()
  await expect(stranger.list('')[Symbol.asyncIterator]().next()).rejects.toThrow()
  expect(standIn.records.map(({ customId, status }) => [customId, status])).toEqual([
    ['originals_ab_abc23.png', 'Uploaded'],
  ])
})

test('a file whose name was used before is kept all the same, and replaced again', async () => {
  const store = openUploadThingStore(standIn.settings)
  await store.put(KEY, Buffer.from('first'))
  await store.remove(KEY)
  for (const content of ['second', 'third']) {
    await store.put(KEY, Buffer.from(content))
    expect(await new Response((await store.open(KEY))?.stream()).text()).toBe(content)
    expect(await (await fetch((await store.address(KEY)) ?? '')).text()).toBe(content)
  }
  expect(standIn.records.map(({ customId, status }) => [customId, status])).toEqual([
    ['originals_ab_abc23.png', 'Deletion Pending'],
    ['originals_ab_abc23.png~2', 'Deletion Pending'],
    ['originals_ab_abc23.png~3', 'Uploaded'],
  ])
})

test('an upload that breaks off is tried again, and what it left is found and removed', async () => {
  const store = openUploadThingStore(standIn.settings)
  standIn.breakUploads(1)
  await store.put(KEY, Buffer.from('the original'))
  expect(await new Response((await store.open(KEY))?.stream()).text()).toBe('the original')
  const unfinished = []
  for await (const file of store.listUnfinished(new Date(Date.now() + 1000))) {
    unfinished.push(file.name)
    await file.remove()
  }
  expect(unfinished).toEqual([expect.stringMatching(/^originals_ab_abc23\.png \(.+\)$/)])
  expect((await store.open(KEY))?.bytes).toBe(12)
  for await (const { name } of store.listUnfinished(new Date(Date.now() + 1000))) expect.fail(name)
})

test('a service that keeps nothing is a fault, and leaves nothing to be read', async () => {
  const store = openUploadThingStore(standIn.settings)
  standIn.breakUploads(100)
  await expect(store.put(KEY, Buffer.from('x'))).rejects.toThrow('UploadThing did not keep originals/ab/abc23.png')
  expect(await store.open(KEY)).toBeNull()
})

test('files of others in the same app are neither listed nor touched', async () => {
  const store = openUploadThingStore(standIn.settings)
  standIn.add({ customId: null, name: 'logo.png' })
  standIn.add({ customId: 'avatar_of_ada', name: 'ada.png' })
  for await (const { key } of store.list('')) expect.fail(key)
  for await (const { name } of store.listUnfinished(new Date(Date.now() + 1000))) expect.fail(name)
})

test('a listing of more than a page is read to its end', async () => {
  const store = openUploadThingStore(standIn.settings)
  for (let n = 1000; n < 2100; n++) standIn.add({ customId: `originals_ab_n${n}.png`, name: 'x.png' })
  const keys = new Set<string>()
  for await (const { key } of store.list('originals/')) keys.add(key)
  expect(keys.size).toBe(1100)
})
