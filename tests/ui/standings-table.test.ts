import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { m } from '#app/i18n/paraglide/messages.js'
import { StandingsTable } from '#app/ui/standings-table.tsx'

const tableOf = (...groups: number[]) => {
  const rows = groups.map((tieGroup, index) => ({
    ...{ entryId: `entry-${index}`, title: `Design ${index}`, picture: null, place: index + 1, tieGroup },
    ...{ points: 3, low: 2.5, high: 3.5, scores: 9, buyMarks: 1 },
  }))
  const html = renderToStaticMarkup(createElement(StandingsTable, { rows, method: 'scores' }))
  const times = (words: string) => html.split(words).length - 1
  return { all: times(m.voting_table_all_tied()), rows: groups.map((group) => times(m.voting_table_tied({ group }))) }
}

test('a table in which all are tied says so once, and no row of it does', () => {
  expect(tableOf(1, 1, 1)).toEqual({ all: 1, rows: [0, 0, 0] })
})

test('where some are tied their rows say with whom, and whoever stands alone is not tied', () => {
  expect(tableOf(1, 1, 2, 3, 3)).toEqual({ all: 0, rows: [2, 2, 0, 2, 2] })
  expect(tableOf(1)).toEqual({ all: 0, rows: [0] })
})
