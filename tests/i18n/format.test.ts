import { expect, test } from 'vitest'
import { formatList, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { followRequestLocale, inLocale } from '#app/i18n/locale.server.ts'

followRequestLocale()

test('numbers, shares and lists are written as each language does', () => {
  const write = () => [formatNumber(1234.5, 1), formatPercent(0.125), formatList(['a', 'b', 'c'])]
  expect(inLocale('en', write)).toEqual(['1,234.5', '13%', 'a, b and c'])
  expect(inLocale('it', write)).toEqual(['1.234,5', '13%', 'a, b e c'])
})
