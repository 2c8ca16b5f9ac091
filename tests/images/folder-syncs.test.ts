import { setImmediate as immediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createFolderSyncs } from '#app/images/folder-syncs.server.ts'

test('whoever asks during a sync shares the next one, which begins after it was asked', async () => {
  const { syncs, begun, finish } = watched()
  const first = [syncs.settled('a'), syncs.settled('a')]
  await immediate()
  const during = [syncs.settled('a'), syncs.settled('a')]
  await immediate()
  expect(begun).toEqual(['a'])
  finish()
  await Promise.all(first)
  await immediate()
  expect(begun).toEqual(['a', 'a'])
  finish()
  await Promise.all(during)
  expect(begun).toEqual(['a', 'a'])
})

test('folders do not wait for each other', async () => {
  const { syncs, begun, finish } = watched()
  const both = [syncs.settled('a'), syncs.settled('b')]
  await immediate()
  expect(begun).toEqual(['a', 'b'])
  finish()
  finish()
  await Promise.all(both)
})

test('a sync that fails tells those who waited for it, and the next one is tried', async () => {
  const { syncs, begun, finish } = watched()
  const first = syncs.settled('a')
  await immediate()
  const second = syncs.settled('a')
  finish(new Error('no disk'))
  await expect(first).rejects.toThrow('no disk')
  await immediate()
  finish()
  await second
  expect(begun).toEqual(['a', 'a'])
})

/** Syncs that end in the order in which they began, each when it is told to. */
function watched() {
  const begun: string[] = []
  const running: ((error?: Error) => void)[] = []
  const syncs = createFolderSyncs((folder) => {
    begun.push(folder)
    return new Promise((resolve, reject) => running.push((error) => (error ? reject(error) : resolve())))
  })
  return { syncs, begun, finish: (error?: Error) => running.shift()?.(error) }
}
