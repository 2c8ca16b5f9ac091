import { getLocale } from './paraglide/runtime.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** From the largest to the smallest: the first that fits at least once is the one people would say. */
const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
]

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

/** “3 days ago”, “in 2 hours”, “now”; both moments in ISO-8601. The page's `now` comes from the server. */
export function formatFromNow(at: string, now: string): string {
  const span = Date.parse(at) - Date.parse(now)
  const [unit, length] =
    SPANS.find(([, length]) => Math.abs(span) >= length) ?? (['second', Number.POSITIVE_INFINITY] as const)
  return new Intl.RelativeTimeFormat(intlTag(), { numeric: 'auto' }).format(Math.trunc(span / length), unit)
}

/** “840 kB”, “12.4 MB”: decimal units, as the operating systems' file lists count now. */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const)
  return new Intl.NumberFormat(intlTag(), {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(bytes / size)
}
