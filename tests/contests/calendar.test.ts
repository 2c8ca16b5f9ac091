import { describe, expect, it } from 'vitest'
import { addDays, fromLocalTime, isZone, toLocalTime } from '#app/contests/calendar.ts'

describe('a time typed in a zone', () => {
  it('is an hour earlier in UTC in a Roman winter, and two in summer', () => {
    expect(fromLocalTime('2027-01-15T09:00', 'Europe/Rome')).toEqual({ ok: true, at: '2027-01-15T08:00:00.000Z' })
    expect(fromLocalTime('2027-07-15T09:00', 'Europe/Rome')).toEqual({ ok: true, at: '2027-07-15T07:00:00.000Z' })
  })

  it('that clocks jump over does not exist', () => {
    expect(fromLocalTime('2027-03-28T02:30', 'Europe/Rome')).toEqual({ ok: false, problem: 'skipped' })
    expect(fromLocalTime('2027-03-28T01:59', 'Europe/Rome')).toEqual({ ok: true, at: '2027-03-28T00:59:00.000Z' })
    expect(fromLocalTime('2027-03-28T03:00', 'Europe/Rome')).toEqual({ ok: true, at: '2027-03-28T01:00:00.000Z' })
  })

  it('that clocks show twice means the first of the two', () => {
    expect(fromLocalTime('2027-10-31T02:30', 'Europe/Rome')).toEqual({ ok: true, at: '2027-10-31T00:30:00.000Z' })
    expect(fromLocalTime('2026-11-01T01:30', 'America/New_York')).toEqual({ ok: true, at: '2026-11-01T05:30:00.000Z' })
  })

  it('is read in zones of half hours and in those that skip half an hour', () => {
    expect(fromLocalTime('2027-05-01T00:00', 'Asia/Kolkata')).toEqual({ ok: true, at: '2027-04-30T18:30:00.000Z' })
    expect(fromLocalTime('2027-10-03T02:15', 'Australia/Lord_Howe')).toEqual({ ok: false, problem: 'skipped' })
  })

  it('is refused when no calendar has it', () => {
    for (const typed of ['', 'tomorrow', '2027-02-30T10:00', '2027-01-01T25:00', '0026-01-01T10:00', '2027-01-01']) {
      expect(fromLocalTime(typed, 'Europe/Rome')).toEqual({ ok: false, problem: 'unreadable' })
    }
    expect(fromLocalTime('2027-01-01T10:00', 'Europe/Atlantis')).toEqual({ ok: false, problem: 'unreadable' })
  })

  it('comes back as it was typed, at moments all over a year', () => {
    for (const zone of ['Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC']) {
      for (let moment = Date.UTC(2027, 0, 1); moment < Date.UTC(2028, 0, 1); moment += 23 * 30 * 60 * 1000) {
        const shown = toLocalTime(new Date(moment).toISOString(), zone)
        const read = fromLocalTime(shown, zone)
        expect(read.ok && toLocalTime(read.at, zone)).toBe(shown)
      }
    }
  })
})

describe('days on the wall clock', () => {
  it('keep nine o’clock at nine over a change of the clocks', () => {
    expect(addDays('2027-03-27T08:00:00.000Z', 1, 'Europe/Rome')).toBe('2027-03-28T07:00:00.000Z')
  })

  it('go on by twenty-four hours when the clocks jump over the hour', () => {
    expect(addDays('2027-03-27T01:30:00.000Z', 1, 'Europe/Rome')).toBe('2027-03-28T01:30:00.000Z')
  })
})

it('a zone is one that the runtime knows', () => {
  expect(isZone('Europe/Rome')).toBe(true)
  expect(isZone('Mars/Olympus')).toBe(false)
  expect(isZone('')).toBe(false)
})
