export type MomentPrecision = 'minute' | 'day' | 'brief-day' | 'short'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const FIELDS: Record<MomentPrecision, Intl.DateTimeFormatOptions> = {
  minute: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  'brief-day': { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
}

/** British conventions stand for English: day before month, 24 hours, zones by their letters. */
function tag(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

export function momentText(at: string, zone: string, locale: string, precision: MomentPrecision): string {
  const text = writerFor(zone, locale, precision).format(new Date(at))
  // The zone stays on the line of its time.
  return precision === 'minute' ? text.replace(/ (?=\S+$)/, '\u00a0') : text
}

/** Making one takes as long as a small page. Of zones there are some hundreds, and pages come with few. */
const writers = new Map<string, Intl.DateTimeFormat>()

function writerFor(zone: string, locale: string, precision: MomentPrecision): Intl.DateTimeFormat {
  const key = `${locale} ${precision} ${zone}`
  const known = writers.get(key)
  if (known) return known
  const writer = new Intl.DateTimeFormat(tag(locale), { ...FIELDS[precision], timeZone: zone })
  writers.set(key, writer)
  return writer
}

/** "12 days", "1 day 4 hours", "3 hours 20 minutes", "4 minutes 10 seconds"; null once `at` is past. */
export function countdownText(at: string, now: Date, locale: string): string | null {
  const left = new Date(at).getTime() - now.getTime()
  if (left <= 0) return null
  const days = Math.floor(left / DAY_MS)
  const hours = Math.floor((left % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((left % HOUR_MS) / MINUTE_MS)
  const seconds = Math.floor((left % MINUTE_MS) / SECOND_MS)
  const parts: [number, string][] =
    days >= 3
      ? [[days, 'day']]
      : days > 0
        ? [
            [days, 'day'],
            [hours, 'hour'],
          ]
        : hours > 0
          ? [
              [hours, 'hour'],
              [minutes, 'minute'],
            ]
          : [
              [minutes, 'minute'],
              [seconds, 'second'],
            ]
  const shown = parts.filter(([amount]) => amount > 0)
  return (shown.length > 0 ? shown : [[0, 'second'] as [number, string]])
    .map(([amount, unit]) =>
      new Intl.NumberFormat(tag(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    )
    .join(' ')
}
