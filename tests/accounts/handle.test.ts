import { expect, test } from 'vitest'
import { firstFree, handleFrom } from '#app/accounts/handle.ts'

test.each([
  ['Ada Lovelace', 'ada-lovelace'],
  ['Zoë Müller-Łuczak', 'zoe-muller-luczak'],
  ['Niccolò d’Este', 'niccolo-deste'],
  ['Straße & Søn', 'strasse-son'],
  ['Анна Щербакова', 'anna-shcherbakova'],
  ['Ελένη Παππά', 'eleni-pappa'],
  ['  --  J.R. Smith -- ', 'jr-smith'],
  ['王小明', 'designer'],
  ['Q', 'designer'],
  ['a'.repeat(80), 'a'.repeat(50)],
])('“%s” becomes %s', (name, handle) => {
  expect(handleFrom(name)).toBe(handle)
})

test('two people of one name are told apart by a number', () => {
  expect(firstFree('ada', new Set())).toBe('ada')
  expect(firstFree('ada', new Set(['ada', 'ada-2', 'ada-4']))).toBe('ada-3')
})
