import { expect, test } from 'vitest'
import { createAfterwards } from '#app/http/afterwards.server.ts'
import { createLog } from '#app/log.server.ts'
import { runningEdge } from './running-edge.ts'

test('what an answer must not wait for begins when the answer has gone, and the server stops only when it is done', async () => {
  const edge = await runningEdge()
  const answer = await edge.send('/afterwards')
  expect(answer).toMatchObject({ status: 200, body: 'answered' })
  const stopping = edge.stop()
  edge.letGo()
  await stopping
  expect(edge.writes).toEqual(['answering', 'begun', 'done'])
})

test('what fails afterwards is logged and holds nothing up', async () => {
  const lines: string[] = []
  const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) })
  const afterwards = createAfterwards(log)
  const done: string[] = []
  afterwards.start(() => Promise.reject(new Error('the inkwell is dry')), Promise.resolve())
  afterwards.start(async () => {
    done.push('first')
    afterwards.start(async () => void done.push('second'), Promise.resolve())
  }, Promise.resolve())
  await afterwards.settled()
  expect(done).toEqual(['first', 'second'])
  expect(lines).toEqual([expect.stringContaining('the inkwell is dry')])
})
