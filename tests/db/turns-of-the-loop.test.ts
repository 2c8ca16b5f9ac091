import { expect, test } from 'vitest'
import { watchTurns } from '#db/turns-of-the-loop.ts'

test('a turn that lasts is interrupted for everybody else, a short one is not', async () => {
  let now = 0
  const turns = watchTurns(() => now)
  const happened: string[] = []
  setImmediate(() => happened.push('somebody else'))
  expect(turns.mayGoOn()).toBeUndefined()
  now = 7
  expect(turns.mayGoOn()).toBeUndefined()
  now = 8
  const waiting = turns.mayGoOn()
  expect(waiting).toBeInstanceOf(Promise)
  await waiting
  happened.push('me')
  expect(happened).toEqual(['somebody else', 'me'])
})

test('the time of a turn begins anew with the next one', async () => {
  let now = 0
  const turns = watchTurns(() => now)
  turns.mayGoOn()
  now = 100
  await turns.mayGoOn()
  expect(turns.mayGoOn()).toBeUndefined()
})
