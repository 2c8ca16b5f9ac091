import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { ORIGIN, runningEdge } from './running-edge.ts'

const REQUESTS = 40
/** What a stack or the last connection may still hold. */
const HELD_MOST = 5

test('a request that was answered is forgotten, also when it had a body', async () => {
  const arrived: WeakRef<object>[] = []
  const note = (message: unknown) => {
    arrived.push(new WeakRef((message as { request: object }).request))
  }
  subscribe('http.server.request.start', note)
  onTestFinished(() => void unsubscribe('http.server.request.start', note))
  const { send } = await runningEdge()
  const headers = { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' }
  for (let sent = 0; sent < REQUESTS; sent += 1) {
    expect((await send('/resource', { method: 'POST', headers, body: `n=${sent}` })).status).toBe(200)
    expect((await send('/page')).status).toBe(200)
  }
  expect(arrived).toHaveLength(2 * REQUESTS)
  await expect
    .poll(async () => {
      collectGarbage()
      await setImmediate()
      return arrived.filter((request) => request.deref() !== undefined).length
    })
    .toBeLessThanOrEqual(HELD_MOST)
})

/** Node hides it behind a flag. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
