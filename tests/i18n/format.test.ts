import { expect, test } from 'vitest'
import { formatBytes, formatFromNow, formatList, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { followRequestLocale, inLocale } from '#app/i18n/locale.server.ts'

followRequestLocale()

const NOW = '2026-11-21T12:00:00.000Z'

test('numbers, shares and lists are written as each language does', () => {
  const write = () => [
    formatNumber(1234.5, 1),
    formatPercent(0.125),
    formatList(['a', 'b', 'c']),
    formatBytes(12_400_000),
  ]
  expect(inLocale('en', write)).toEqual(['1,234.5', '13%', 'a, b and c', '12.4 MB'])
  expect(inLocale('it', write)).toEqual(['1.234,5', '13%', 'a, b e c', '12,4 MB'])
})

test('a distance in time is told in the largest unit that fits, back and forth', () => {
  const tell = () => ['2026-11-18T12:00:00.000Z', '2026-11-21T14:59:00.000Z', NOW].map((at) => formatFromNow(at, NOW))
  expect(inLocale('en', tell)).toEqual(['3 days ago', 'in 2 hours', 'now'])
  expect(inLocale('it', tell)).toEqual(['3 giorni fa', 'tra 2 ore', 'ora'])
})
