import { getLocale } from './paraglide/runtime.js'

/** British conventions stand for English: day before month, 24 hours. */
export function intlTag(locale: string = getLocale()): string {
  return locale === 'en' ? 'en-GB' : locale
}

/** 12345.6 → “12,345.6”, “12.345,6”. */
export function formatNumber(value: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(intlTag(), {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
    // Italian would otherwise write 4-figure numbers without their point.
    useGrouping: 'always',
  }).format(value)
}

/** A share of one: 0.125 → “13%”. */
export function formatPercent(share: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(intlTag(), { style: 'percent', maximumFractionDigits: fractionDigits }).format(share)
}

/** “Ada, Bruno and Carla”. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(intlTag(), { type: 'conjunction' }).format(items)
}
