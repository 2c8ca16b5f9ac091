import { expect, test } from 'vitest'
import { countdownText, momentText } from '#app/ui/moment-text.ts'

const NOW = new Date('2026-11-21T12:00:00.000Z')

test.each([
  ['2026-12-05T13:00:00.000Z', '14 days', '14 giorni'],
  ['2026-11-22T16:00:00.000Z', '1 day 4 hours', '1 giorno 4 ore'],
  ['2026-11-21T15:20:40.000Z', '3 hours 20 minutes', '3 ore 20 minuti'],
  ['2026-11-21T15:00:40.000Z', '3 hours', '3 ore'],
  ['2026-11-21T12:01:05.000Z', '1 minute 5 seconds', '1 minuto 5 secondi'],
  ['2026-11-21T12:00:00.200Z', '0 seconds', '0 secondi'],
])('until %s there are %s left', (at, english, italian) => {
  expect(countdownText(at, NOW, 'en')).toBe(english)
  expect(countdownText(at, NOW, 'it')).toBe(italian)
})

test('a moment that has come is counted no further', () => {
  expect(countdownText('2026-11-21T12:00:00.000Z', NOW, 'en')).toBeNull()
})

test('a moment is told on the clock of its zone, which is named on the same line', () => {
  expect(momentText('2026-12-14T17:00:00.000Z', 'Europe/Rome', 'en', 'minute')).toBe(
    '14 December 2026 at 18:00\u00a0CET',
  )
  expect(momentText('2026-12-14T17:00:00.000Z', 'Europe/Rome', 'it', 'minute')).toBe(
    '14 dicembre 2026 alle ore 18:00\u00a0CET',
  )
})
