import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { m } from '#app/i18n/paraglide/messages.js'
import { BallotState } from '#app/routes/contests.$slug_.ballot/ballot-state.tsx'

const progress = { scorable: 9, given: 8, passed: 0, gate: 3, missing: 0 }
const ballot = { progress, lines: [1], prefersSomething: true }
const closed = { slug: 'boots', method: 'scores', ballot, open: false, closed: true } as const

test('after the close a full ballot is said to be in the count, but not one that was put aside or excluded', () => {
  const said = (held: boolean) => renderToStaticMarkup(createElement(BallotState, { ...closed, held }))
  expect(said(false)).toContain(m.voting_ballot_in())
  expect(said(true)).toBe('')
})
