import { expect, test } from 'vitest'
import { passwordIsWeak } from '#app/accounts/password-strength.server.ts'

const about = ['Giulia Rossi', 'giulia.rossi@example.org']

test.each([
  'password',
  'passwordpassword',
  'sunflower',
  'qwertyuiop',
  'qwertyuiopasdfgh',
  'aaaaaaaaaaaaaaaaaa',
  '123456789012345',
  'giulia.rossi',
  'GiuliaRossi1990',
])('“%s” is weak', (password) => {
  expect(passwordIsWeak(password, about)).toBe(true)
})

test.each([
  'il gatto sul tetto',
  'ein zwei drei vier',
  'kX9#mQ2v!p',
  'lantern orbit mustard',
  'quattro parole più lontane',
])('“%s” is strong enough', (password) => {
  expect(passwordIsWeak(password, about)).toBe(false)
})

test('what is known of its owner counts for nothing, however it is written', () => {
  expect(passwordIsWeak('lantern mustard', ['Grace Hopper'])).toBe(false)
  expect(passwordIsWeak('LANTERN mustard', ['Ada Lantern'])).toBe(true)
})
