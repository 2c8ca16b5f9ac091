import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'

type Props = {
  points: number
  low: number
  high: number
  /** The common scale all intervals of one table stand on. */
  scale?: readonly [from: number, to: number]
  className?: string
}

const WIDTH = 240
const MARGIN = 8

/** A dot and its interval on a scale shared by the whole table, readable in grey. */
export function Interval({ points, low, high, scale = [0, 5], className = '' }: Props) {
  const [from, to] = scale
  const x = (value: number) =>
    MARGIN + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (WIDTH - 2 * MARGIN)
  const ticks = Array.from({ length: Math.floor(to - from) + 1 }, (_, index) => from + index)
  const number = (value: number) =>
    value.toLocaleString(getLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 24`}
      role="img"
      aria-label={m.ui_interval_spoken({ points: number(points), low: number(low), high: number(high) })}
      className={`block h-6 w-full max-w-60 ${className}`}
    >
      <line x1={MARGIN} x2={WIDTH - MARGIN} y1="12" y2="12" className="stroke-line" />
      {ticks.map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1="9" y2="15" className="stroke-strong" />
      ))}
      <line x1={x(low)} x2={x(high)} y1="12" y2="12" strokeWidth="3" className="stroke-ink" />
      <line x1={x(low)} x2={x(low)} y1="7" y2="17" strokeWidth="1.5" className="stroke-ink" />
      <line x1={x(high)} x2={x(high)} y1="7" y2="17" strokeWidth="1.5" className="stroke-ink" />
      <circle cx={x(points)} cy="12" r="5.5" strokeWidth="2" className="fill-accent stroke-paper" />
    </svg>
  )
}
