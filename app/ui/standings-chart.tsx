import { useId } from 'react'
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
/** Per cent of the width on each side of the scale, so that the outermost dots and figures are whole. */
const INSET = 2
/** Name, scale, points; on a narrow screen the scale goes below the other two. */
const COLUMNS = 'grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_3rem]'
const SCALE = 'max-sm:order-last max-sm:col-span-2'

/**
 * The standings as dots with their intervals on one scale, first to last: what overlaps cannot be told apart, and a bar at the side
 * holds together those that are declared tied. Drawn by the server, in ink that is told apart without colours.
 */
export function StandingsChart({ rows, name }: { rows: readonly ChartedStanding[]; name: string }) {
  const id = useId()
  const shown = rows.slice(0, CHARTED_MOST)
  const [first] = shown
  if (!first) return null
  const groups = tieGroups(shown)
  const tied = (groups[0]?.length ?? 1) - 1
  return (
    <figure>
      <p id={`${id}-title`} className="sr-only">
        {m.ui_chart_title({ name, count: shown.length })}
      </p>
      <p id={`${id}-desc`} className="sr-only">
        {m.ui_chart_first({
          title: first.title,
          points: figure(first.points),
          low: figure(first.low),
          high: figure(first.high),
        })}{' '}
        {tied > 0 && m.ui_chart_tied({ count: tied })}
      </p>
      <div role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`} className="text-sm">
        <div className={`${COLUMNS} pl-4`}>
          <span className="max-sm:hidden" />
          <Axis />
        </div>
        {groups.map((group) => (
          <div key={group[0]?.entryId} className="relative pl-4">
            {group.length > 1 && <span className="absolute inset-y-1.5 left-0 w-1 bg-strong" />}
            <div className="border-line border-t">
              {group.map((row) => (
                <Row key={row.entryId} row={row} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <figcaption className="mt-3 max-w-text text-quiet text-sm">
        {m.ui_chart_how()} {rows.length > shown.length && m.ui_chart_more({ shown: shown.length, count: rows.length })}
      </figcaption>
    </figure>
  )
}

function Axis() {
  return (
    <svg width="100%" height="24" aria-hidden="true" className={`block ${SCALE}`}>
      {TICKS.map((value) => (
        <text key={value} x={across(value)} y="14" textAnchor="middle" className="fill-quiet text-xs tabular-nums">
          {value}
        </text>
      ))}
    </svg>
  )
}

function Row({ row }: { row: ChartedStanding }) {
  const { place, title, points } = row
  return (
    <div className={`${COLUMNS} items-center pt-2 sm:pt-0`}>
      <span className="flex min-w-0 gap-2">
        <span className="min-w-5 shrink-0 text-right tabular-nums">{place}</span>
        <span className="truncate">{title}</span>
      </span>
      <Interval row={row} />
      <span className="text-right tabular-nums">{figure(points)}</span>
    </div>
  )
}

const [HEIGHT, MIDDLE] = [36, 18]

function Interval({ row: { points, low, high } }: { row: ChartedStanding }) {
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" className={`block ${SCALE}`}>
      {TICKS.map((value) => (
        <line key={value} x1={across(value)} x2={across(value)} y1="0" y2={HEIGHT} className="stroke-line" />
      ))}
      <line x1={across(low)} x2={across(high)} y1={MIDDLE} y2={MIDDLE} strokeWidth="3" className="stroke-ink" />
      {[low, high].map((end, side) => (
        <line
          key={side === 0 ? 'low' : 'high'}
          x1={across(end)}
          x2={across(end)}
          y1={MIDDLE - 5}
          y2={MIDDLE + 5}
          strokeWidth="1.5"
          className="stroke-ink"
        />
      ))}
      <circle cx={across(points)} cy={MIDDLE} r="5.5" strokeWidth="2" className="fill-accent stroke-paper" />
    </svg>
  )
}

function across(value: number): string {
  return `${(INSET + (Math.min(HIGHEST, Math.max(0, value)) / HIGHEST) * (100 - 2 * INSET)).toFixed(3)}%`
}

/** Those that are declared tied stand together. */
function tieGroups(rows: readonly ChartedStanding[]): ChartedStanding[][] {
  const groups: ChartedStanding[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.tieGroup === row.tieGroup) last.push(row)
    else groups.push([row])
  }
  return groups
}

function figure(value: number): string {
  return value.toLocaleString(getLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
