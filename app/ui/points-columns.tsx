import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Interval } from './interval.tsx'
import { Td, Th } from './table.tsx'

/** The heads of two columns: the points, and their interval. On a telephone, where no drawing fits, they are one. */
export function PointsHeads() {
  return (
    <>
      <Th numeric>
        {m.voting_table_points()}
        <span className="block whitespace-nowrap normal-case sm:hidden">{m.voting_table_interval_short()}</span>
      </Th>
      <Th className="max-sm:hidden">{m.voting_table_interval()}</Th>
    </>
  )
}

type Props = { points: number; low: number; high: number }

/** The figure, and the dot with its interval; on a telephone the interval’s ends stand beneath the figure instead. */
export function PointsCells({ points, low, high }: Props) {
  return (
    <>
      <Td numeric className="font-medium">
        {formatNumber(points, 2)}
        <span className="block whitespace-nowrap font-normal text-quiet text-xs sm:hidden">
          {formatNumber(low, 2)}–{formatNumber(high, 2)}
        </span>
      </Td>
      <Td className="min-w-44 max-sm:hidden">
        <Interval points={points} low={low} high={high} />
      </Td>
    </>
  )
}
