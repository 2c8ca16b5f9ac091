import { expect, test } from 'vitest'
import { DESK_HOURS, type DeskFacts, deskWindowAt, LOOK_WAIT_MINUTES } from '#app/voting/desk/desk-window.ts'

const FROZEN = '2026-03-30T18:00:00.000Z'
const after = (minutes: number) => new Date(new Date(FROZEN).getTime() + minutes * 60_000)
const facts = (more: Partial<DeskFacts> = {}): DeskFacts => ({
  ...{ frozenAt: FROZEN, lookedLast: true, open: 3, ruledSince: false, endedAt: null },
  ...more,
})

test('the count waits for the last look, but not for ever', () => {
  expect(deskWindowAt(facts({ lookedLast: false }), after(1)).state).toBe('looking')
  expect(deskWindowAt(facts({ lookedLast: false, open: 0 }), after(LOOK_WAIT_MINUTES)).state).toBe('over')
})

test('with none in quarantine there is no window', () => {
  expect(deskWindowAt(facts({ open: 0 }), after(1))).toEqual({ state: 'over' })
})

test('with one in quarantine the desk has its hours, and no more', () => {
  expect(deskWindowAt(facts(), after(DESK_HOURS * 60 - 1))).toEqual({
    state: 'open',
    until: after(DESK_HOURS * 60).toISOString(),
  })
  expect(deskWindowAt(facts(), after(DESK_HOURS * 60))).toEqual({ state: 'over' })
})

test('once all are ruled on the window stays open until somebody ends it', () => {
  expect(deskWindowAt(facts({ open: 0, ruledSince: true }), after(60)).state).toBe('open')
  expect(deskWindowAt(facts({ open: 0, ruledSince: true, endedAt: FROZEN }), after(60)).state).toBe('over')
})
