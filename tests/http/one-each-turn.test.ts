import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { oneEachTurn } from '#app/http/edge/one-each-turn.ts'

test('the first begins at once, and what came with it in the turns that follow, in order', async () => {
  const begun: string[] = []
  const inTurn = oneEachTurn()
  for (const name of ['first', 'second', 'third']) inTurn(() => begun.push(name))
  expect(begun).toEqual(['first'])
  await nextTurn()
  expect(begun).toEqual(['first', 'second'])
  inTurn(() => begun.push('fourth'))
  await nextTurn()
  expect(begun).toEqual(['first', 'second', 'third'])
  await nextTurn()
  await nextTurn()
  inTurn(() => begun.push('fifth'))
  expect(begun).toEqual(['first', 'second', 'third', 'fourth', 'fifth'])
})

test('what fails to begin keeps nobody else from beginning', async () => {
  const begun: string[] = []
  const inTurn = oneEachTurn()
  const failing = () => {
    throw new Error('not this one')
  }
  expect(() => inTurn(failing)).toThrow('not this one')
  inTurn(() => begun.push('next'))
  await nextTurn()
  expect(begun).toEqual(['next'])
})
