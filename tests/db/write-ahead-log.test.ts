import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openWriteAheadLog, type Sync } from '#db/write-ahead-log.server.ts'

test('commits that come while the log is brought to the disk wait for the next time, which they share', async () => {
  const disk = slowDisk()
  const log = openWriteAheadLog('', disk)
  const settled: string[] = []
  const commit = (name: string) => log.settled().then(() => settled.push(name))

  commit('first')
  await setImmediate()
  commit('second')
  commit('third')
  await setImmediate()
  expect(disk.syncs).toHaveLength(1)
  disk.syncs[0]?.resolve()
  await setImmediate()
  expect(settled).toEqual(['first'])

  disk.syncs[1]?.resolve()
  await setImmediate()
  expect(settled).toEqual(['first', 'second', 'third'])
  expect(disk.syncs).toHaveLength(2)
})

test('after the disk has failed once no commit counts as safe any more', async () => {
  const disk = slowDisk()
  const log = openWriteAheadLog('', disk)
  const first = log.settled()
  await setImmediate()
  const during = log.settled()
  disk.syncs[0]?.reject(new Error('EIO'))

  await expect(first).rejects.toThrow('EIO')
  await expect(during).rejects.toThrow('EIO')
  await expect(log.settled()).rejects.toThrow('EIO')
  expect(disk.syncs).toHaveLength(1)
  await log.close()
})

/** A disk that is done when it is told to be. */
function slowDisk(): Sync & { syncs: { resolve: () => void; reject: (error: Error) => void }[] } {
  const syncs: { resolve: () => void; reject: (error: Error) => void }[] = []
  return {
    syncs,
    run: () => new Promise((resolve, reject) => syncs.push({ resolve, reject })),
    close: async () => undefined,
  }
}
