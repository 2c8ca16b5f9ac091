import { Link } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import type { OrderLine } from '#app/jury/panel-order.server.ts'
import { Interval } from './interval.tsx'
import { Picture } from './picture.tsx'
import { Table, Td, Th } from './table.tsx'

export interface OrderedFinalist {
  entryId: string
  title: string
  picture: PictureView | null
  /** The crowd's. */
  place: number
}

type Props = {
  caption: string
  lines: readonly OrderLine[]
  finalists: readonly OrderedFinalist[]
  to: (entryId: string) => string
}

/** An order of the finalists that comes from duels, each with its interval and, beside it, the place the crowd gave. */
export function OrderTable({ caption, lines, finalists, to }: Props) {
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Th numeric>{m.jury_order_place()}</Th>
          <Th>{m.voting_table_design()}</Th>
          <Th numeric>{m.voting_table_points()}</Th>
          <Th>{m.voting_table_interval()}</Th>
          <Th numeric>{m.jury_order_duels()}</Th>
          <Th numeric>{m.jury_order_crowd()}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const finalist = finalists.find(({ entryId }) => entryId === line.entryId)
          const tied = lines.filter(({ tieGroup }) => tieGroup === line.tieGroup).length > 1
          return (
            <tr key={line.entryId}>
              <Td numeric className="font-serif text-lg">
                {line.place}
              </Td>
              <Th row>
                <span className="flex min-w-44 items-center gap-3 font-normal">
                  {finalist?.picture && (
                    <span className="block size-11 shrink-0 overflow-hidden">
                      <Picture picture={finalist.picture} alt="" sizes="3rem" fill="cover" />
                    </span>
                  )}
                  <span>
                    <Link to={to(line.entryId)} className="link">
                      {finalist?.title}
                    </Link>
                    {tied && (
                      <span className="block text-quiet text-xs">{m.voting_table_tied({ group: line.tieGroup })}</span>
                    )}
                  </span>
                </span>
              </Th>
              <Td numeric className="font-medium">
                {formatNumber(line.points, 2)}
              </Td>
              <Td className="min-w-44">
                <Interval points={line.points} low={line.low} high={line.high} />
              </Td>
              <Td numeric>{line.duels}</Td>
              <Td numeric>{finalist?.place}</Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
