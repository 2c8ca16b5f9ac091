import { expect, test } from 'vitest'
import type { LogLine } from '#app/contests/public-log.server.ts'
import { groupLines } from '#app/routes/contests.$slug_.log/log-groups.ts'

const AT = '2026-05-01T10:00:00.000Z'
const base = { at: AT, actor: 'Livia', subject: null, entry: null }
const answered = (id: number): LogLine => ({ ...base, id, kind: 'entry-answered', particulars: { kind: 'thanks' } })
const moved = (id: number): LogLine => ({
  ...base,
  id,
  kind: 'stage-moved',
  particulars: { fromStage: 'agreement', toStage: 'files' },
})

const shapeOf = (lines: readonly LogLine[]) =>
  groupLines(lines).map((item) => ('lines' in item ? item.lines.map(({ id }) => id) : item.id))

test('equal acts in a row become one group that keeps their order', () => {
  expect(shapeOf([moved(9), answered(8), answered(7), answered(6), moved(5)])).toEqual([9, [8, 7, 6], 5])
})

test('two of a kind stay unfolded, and what lies between keeps groups apart', () => {
  expect(shapeOf([answered(5), answered(4), moved(3), answered(2), answered(1)])).toEqual([5, 4, 3, 2, 1])
})

test('moves of a run never fold, however many follow each other', () => {
  expect(shapeOf([moved(4), moved(3), moved(2), moved(1)])).toEqual([4, 3, 2, 1])
})
