import { expect, test } from 'vitest'
import { chooseLocale, currentLocale, followRequestLocale, inLocale } from '#app/i18n/locale.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'

test('the person’s own choice comes before the browser’s, and that before English', () => {
  expect(chooseLocale('a=1; placet_language=it; b=2', 'en')).toBe('it')
  expect(chooseLocale('placet_language=en', 'it')).toBe('en')
  expect(chooseLocale(null, 'it-IT,it;q=0.9,en;q=0.8')).toBe('it')
  expect(chooseLocale(null, null)).toBe('en')
})

test('of the browser’s languages the most wanted that we speak is taken', () => {
  expect(chooseLocale(null, 'fr, de;q=0.9, en;q=0.4, it;q=0.8')).toBe('it')
  expect(chooseLocale(null, 'fr, de')).toBe('en')
  expect(chooseLocale(null, 'it;q=0')).toBe('en')
  expect(chooseLocale(null, '*')).toBe('en')
})

test('a choice or a wish that makes no sense does no harm', () => {
  expect(chooseLocale('placet_language=klingon', 'it')).toBe('it')
  expect(chooseLocale('placet_language=', ';;;,=,q=')).toBe('en')
  expect(chooseLocale('xplacet_language=it', null)).toBe('en')
  expect(chooseLocale(null, 'it;q=NaN')).toBe('en')
})

test('two requests at once each keep their language, across what they await', async () => {
  followRequestLocale()
  const home = async () => {
    await new Promise(setImmediate)
    return [currentLocale(), m.ui_skip_to_content()]
  }
  const [english, italian] = await Promise.all([inLocale('en', home), inLocale('it', home)])
  expect(english?.[0]).toBe('en')
  expect(italian?.[0]).toBe('it')
  expect(english?.[1]).not.toBe(italian?.[1])
})
