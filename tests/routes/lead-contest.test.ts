import { expect, test } from 'vitest'
import type { Phase } from '#app/contests/schedule.ts'
import { chooseLead } from '#app/routes/_index/lead-contest.ts'

const inPhases = (...phases: Phase[]) => phases.map((phase, index) => ({ phase, title: `${phase} ${index}` }))

test('an open brief comes before a vote, a vote before what is announced, and that before the jury', () => {
  expect(chooseLead(inPhases('jury', 'voting', 'announced', 'open'), [])?.phase).toBe('open')
  expect(chooseLead(inPhases('jury', 'announced', 'voting'), [])?.phase).toBe('voting')
  expect(chooseLead(inPhases('jury', 'announced'), [])?.phase).toBe('announced')
  expect(chooseLead(inPhases('jury'), inPhases('decided'))?.phase).toBe('jury')
})

test('of several open briefs the one whose time is nearest, the first of the list, leads', () => {
  expect(chooseLead(inPhases('open', 'open'), [])?.title).toBe('open 0')
})

test('while nothing runs the latest result leads, never a cancelled contest', () => {
  expect(chooseLead([], inPhases('cancelled', 'decided', 'decided'))?.title).toBe('decided 1')
  expect(chooseLead([], inPhases('cancelled'))).toBeNull()
})
