/**
 * Between what a person types in `<input type="datetime-local">` with a zone beside it, and the UTC text that is stored. Only
 * Intl knows the zones' rules, so that no copy of them goes stale in a dependency.
 */

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,3})?)?$/
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Calendars outside these years are typing errors ('0026', '20266'). */
export const FIRST_YEAR = 2020
export const LAST_YEAR = 2099

export type LocalTimeProblem = 'unreadable' | 'skipped'
export type LocalTimeReading = { ok: true; at: string } | { ok: false; problem: LocalTimeProblem }

/** The zones a calendar may be written in, as this runtime names them; `also` is kept even where it does not. */
export function listZones(also: string): string[] {
  return [...new Set(['UTC', also, ...Intl.supportedValuesOf('timeZone')])].sort()
}

/** True for an IANA name that this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    formatFor(zone)
    return true
  } catch {
    return false
  }
}

/**
 * Reads a local time in a zone. In the hour that clocks show twice the earlier moment is meant; a time that clocks jump over is
 * 'skipped', because guessing would move a deadline by an hour.
 */
export function fromLocalTime(local: string, zone: string): LocalTimeReading {
  const wall = wallClockOf(local)
  if (wall === undefined || !isZone(zone)) return { ok: false, problem: 'unreadable' }
  // A zone changes its offset at most once within a day, so the offsets a day before and after are all there can be.
  const candidates = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - offsetMs(near, zone)).sort((a, b) => a - b)
  const meant = candidates.find((candidate) => candidate + offsetMs(candidate, zone) === wall)
  if (meant === undefined) return { ok: false, problem: 'skipped' }
  return { ok: true, at: new Date(meant).toISOString() }
}

/** What clocks in the zone show, to the minute, as `<input type="datetime-local">` wants it. */
export function toLocalTime(at: string, zone: string): string {
  const moment = new Date(at).getTime()
  return new Date(moment + offsetMs(moment, zone)).toISOString().slice(0, 16)
}

/** Moves a moment by whole days as the wall clock of the zone counts them: 9:00 stays 9:00 over a change of the clocks. */
export function addDays(at: string, days: number, zone: string): string {
  const local = toLocalTime(at, zone)
  const wall = wallClockOf(local) ?? new Date(at).getTime()
  const moved = fromLocalTime(new Date(wall + days * DAY_MS).toISOString().slice(0, 16), zone)
  return moved.ok ? moved.at : new Date(new Date(at).getTime() + days * DAY_MS).toISOString()
}

/** The wall clock as if it were UTC, in milliseconds; undefined for what no calendar has (31 February, 25:00). */
function wallClockOf(local: string): number | undefined {
  const parts = LOCAL_TIME.exec(local)
  if (!parts) return undefined
  const year = Number(parts[1])
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined
  const wall = Date.UTC(year, Number(parts[2]) - 1, Number(parts[3]), Number(parts[4]), Number(parts[5]))
  return new Date(wall).toISOString().slice(0, 16) === local.slice(0, 16) ? wall : undefined
}

function offsetMs(moment: number, zone: string): number {
  const shown: Record<string, number> = {}
  for (const { type, value } of formatFor(zone).formatToParts(moment)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times what using one does. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}
