import { type ReactNode, useId } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'

export interface ChartedStanding {
  entryId: string
  place: number
  title: string
  points: number
  low: number
  high: number
  tieGroup: number
}

/** More would be a wall; the table beside it has them all. */
export const CHARTED_MOST = 24

const TICKS = [0, 1, 2, 3, 4, 5]
const HIGHEST = 5
/** Pixels: nothing but what lies along the scale grows with the page, so that words stay as large as others. */
const [ROW, AXIS, BASELINE, LINE] = [50, 26, 17, 34]
/** Per cent of the width on each side of the scale, so that the outermost dots are whole. */
const INSET = 2

/**
 * The standings as dots with their intervals on one scale, first to last: what overlaps cannot be told apart, and a bar at the side
 * holds together those that are declared tied. Drawn by the server, in ink that is told apart without colours.
 */
export function StandingsChart({ rows, name }: { rows: readonly ChartedStanding[]; name: string }) {
  const id = useId()
  const shown = rows.slice(0, CHARTED_MOST)
  const [first] = shown
  if (!first) return null
  const height = AXIS + shown.length * ROW
  const tied = shown.filter(({ tieGroup }) => tieGroup === first.tieGroup).length - 1
  return (
    <figure>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={height}
        className="block overflow-visible"
      >
        <title id={`${id}-title`}>{m.ui_chart_title({ name, count: shown.length })}</title>
        <desc id={`${id}-desc`}>
          {m.ui_chart_first({
            title: first.title,
            points: figure(first.points),
            low: figure(first.low),
            high: figure(first.high),
          })}{' '}
          {tied > 0 && m.ui_chart_tied({ count: tied })}
        </desc>
        <Axis height={height} />
        {tieBars(shown).map(({ from, to }) => (
          <line
            key={from}
            x1="0"
            x2="0"
            y1={AXIS + from * ROW + 6}
            y2={AXIS + (to + 1) * ROW - 8}
            strokeWidth="4"
            className="stroke-strong"
          />
        ))}
        {shown.map((row, index) => (
          <Row
            key={row.entryId}
            row={row}
            top={AXIS + index * ROW}
            opens={index > 0 && row.tieGroup !== shown[index - 1]?.tieGroup}
          />
        ))}
      </svg>
      <figcaption className="mt-3 max-w-text text-quiet text-sm">
        {m.ui_chart_how()} {rows.length > shown.length && m.ui_chart_more({ shown: shown.length, count: rows.length })}
      </figcaption>
    </figure>
  )
}

function Axis({ height }: { height: number }) {
  return TICKS.map((value) => (
    <g key={value}>
      <text x={across(value)} y="12" textAnchor="middle" className="fill-quiet text-xs tabular-nums">
        {value}
      </text>
      <line x1={across(value)} x2={across(value)} y1={AXIS - 6} y2={height} className="stroke-line" />
    </g>
  ))
}

function Row({ row, top, opens }: { row: ChartedStanding; top: number; opens: boolean }) {
  const { place, title, points, low, high } = row
  const line = top + LINE
  return (
    <g>
      {opens && <line x1="0" x2="100%" y1={top} y2={top} className="stroke-strong" />}
      <Words x="12" top={top} anchor="start">
        <tspan className="tabular-nums">{place}</tspan>
        {`\u2002${shortened(title)}`}
      </Words>
      <Words x="100%" top={top} anchor="end">
        {figure(points)}
      </Words>
      <line x1={across(low)} x2={across(high)} y1={line} y2={line} strokeWidth="3" className="stroke-ink" />
      {[low, high].map((end, side) => (
        <line
          key={side === 0 ? 'low' : 'high'}
          x1={across(end)}
          x2={across(end)}
          y1={line - 5}
          y2={line + 5}
          strokeWidth="1.5"
          className="stroke-ink"
        />
      ))}
      <circle cx={across(points)} cy={line} r="5.5" strokeWidth="2" className="fill-accent stroke-paper" />
    </g>
  )
}

/** Ringed with the ground, so that the lines of the axis do not run through the letters. */
function Words({ x, top, anchor, children }: { x: string; top: number; anchor: 'start' | 'end'; children: ReactNode }) {
  return (
    <text
      x={x}
      y={top + BASELINE}
      textAnchor={anchor}
      strokeWidth="5"
      paintOrder="stroke"
      className="fill-ink stroke-paper text-sm tabular-nums"
    >
      {children}
    </text>
  )
}

function across(value: number): string {
  return `${(INSET + (Math.min(HIGHEST, Math.max(0, value)) / HIGHEST) * (100 - 2 * INSET)).toFixed(3)}%`
}

/** What fits beside the points on a narrow screen; the table has the whole title. */
const TITLE_LETTERS = 34

function shortened(title: string): string {
  const letters = [...title]
  return letters.length <= TITLE_LETTERS
    ? title
    : `${letters
        .slice(0, TITLE_LETTERS - 1)
        .join('')
        .trimEnd()}…`
}

/** From which row to which the rows of each tie reach. */
function tieBars(rows: readonly ChartedStanding[]): { from: number; to: number }[] {
  const bars = new Map<number, { from: number; to: number }>()
  rows.forEach(({ tieGroup }, index) => {
    const bar = bars.get(tieGroup)
    if (bar) bar.to = index
    else bars.set(tieGroup, { from: index, to: index })
  })
  return [...bars.values()].filter(({ from, to }) => to > from)
}

function figure(value: number): string {
  return value.toLocaleString(getLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
