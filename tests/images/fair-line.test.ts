import { expect, test } from 'vitest'
import { openFairLine } from '#app/images/fair-line.ts'

test('whoever sends two hundred keeps nobody waiting behind all of them', () => {
  const line = openFairLine<string>({ inAll: 300, perPerson: 200 })
  for (let n = 1; n <= 200; n++) line.join('ada', `ada ${n}`)
  line.join('bo', 'bo 1')
  line.join('cy', 'cy 1')
  line.join('bo', 'bo 2')
  const served = Array.from({ length: 7 }, () => line.next())
  expect(served).toEqual(['ada 1', 'bo 1', 'cy 1', 'ada 2', 'bo 2', 'ada 3', 'ada 4'])
})

test('who comes back after being served stands behind those who wait', () => {
  const line = openFairLine<string>({ inAll: 10, perPerson: 10 })
  line.join('ada', 'ada 1')
  line.join('bo', 'bo 1')
  expect(line.next()).toBe('ada 1')
  line.join('ada', 'ada 2')
  expect([line.next(), line.next(), line.next()]).toEqual(['bo 1', 'ada 2', undefined])
})

test('a person’s part of the line is limited, and so is the line', () => {
  const line = openFairLine<number>({ inAll: 3, perPerson: 2 })
  expect([line.join('ada', 1), line.join('ada', 2), line.join('ada', 3)]).toEqual([true, true, false])
  expect([line.join('bo', 4), line.join('bo', 5)]).toEqual([true, false])
  expect(line.empty()).toEqual([1, 2, 4])
  expect([line.next(), line.join('bo', 6)]).toEqual([undefined, true])
})
