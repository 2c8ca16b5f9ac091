import { addDays, fromLocalTime, toLocalTime } from '#app/contests/calendar.ts'

export const ZONE = 'Europe/Rome'

/** The moment at which a clock in Italy shows `clock`, that many days after today; the past is negative. */
export type Days = (day: number, clock: string) => Date

export function daysAround(now: Date): Days {
  return (day, clock) => {
    const date = toLocalTime(addDays(now.toISOString(), day, ZONE), ZONE).slice(0, 10)
    const reading = fromLocalTime(`${date}T${clock}`, ZONE)
    // Clocks skip an hour at night, in which nobody in the stories does anything.
    if (!reading.ok) throw new Error(`There is no ${clock} on ${date} in ${ZONE}.`)
    return new Date(reading.at)
  }
}

/** A moment between two others: `share` 0 is the first, 1 the last. */
export function momentBetween(from: Date, to: Date, share: number): Date {
  return new Date(Math.round(from.getTime() + (to.getTime() - from.getTime()) * share))
}
