import { formatNumber } from '#app/i18n/format.ts'
import { Interval } from './interval.tsx'

type Props = { points: number; low: number; high: number }

/** What the crowd gave: the figure, and where it stands on the scale. The figure is in the interval's spoken text already. */
export function Points({ points, low, high }: Props) {
  return (
    <div className="flex items-center gap-4">
      <span aria-hidden="true" className="font-serif text-xl tabular-nums">
        {formatNumber(points, 2)}
      </span>
      <div className="w-full min-w-0 max-w-60">
        <Interval points={points} low={low} high={high} />
      </div>
    </div>
  )
}
