import { Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import type { OrderLine } from '#app/jury/panel-order.server.ts'
import { Picture } from './picture.tsx'
import { PointsCells, PointsHeads } from './points-columns.tsx'
import { Table, Td, Th } from './table.tsx'
import { tiedGroups } from './tied-groups.ts'

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
  const tied = tiedGroups(lines)
  return (
    <>
      {tied.all && <p className="mb-4 max-w-text">{m.voting_table_all_tied()}</p>}
      <Table caption={caption} captionHidden>
        <thead>
          <tr>
            <Th numeric>
              <span className="max-sm:sr-only">{m.jury_order_place()}</span>
            </Th>
            <Th>{m.voting_table_design()}</Th>
            <PointsHeads />
            <Th numeric className="max-sm:normal-case">
              {m.jury_order_duels()}
            </Th>
            <Th numeric className="max-sm:normal-case">
              {m.jury_order_crowd()}
            </Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const finalist = finalists.find(({ entryId }) => entryId === line.entryId)
            return (
              <tr key={line.entryId}>
                <Td numeric className="font-serif text-lg">
                  {line.place}
                </Td>
                <Th row>
                  <span className="flex min-w-32 items-center gap-2 sm:min-w-44 sm:gap-3 font-normal">
                    {finalist?.picture && (
                      <span className="block size-9 shrink-0 sm:size-11 overflow-hidden">
                        <Picture picture={finalist.picture} alt="" sizes="3rem" fill="cover" />
                      </span>
                    )}
                    <span>
                      <Link to={to(line.entryId)} className="link">
                        {finalist?.title}
                      </Link>
                      {!tied.all && tied.groups.has(line.tieGroup) && (
                        <span className="block text-quiet text-xs">
                          {m.voting_table_tied({ group: line.tieGroup })}
                        </span>
                      )}
                    </span>
                  </span>
                </Th>
                <PointsCells points={line.points} low={line.low} high={line.high} />
                <Td numeric>{line.duels}</Td>
                <Td numeric>{finalist?.place}</Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
