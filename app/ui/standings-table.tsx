import { Link } from '@remix-run/react'
import type { VotingMethod } from '#app/contests/brief.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { type StandingLine, TIE_BREAK, type TieBreak } from '#app/voting/standings.ts'
import { COUNT_WORDS } from './count-words.ts'
import { EmptyState } from './empty-state.tsx'
import { Picture } from './picture.tsx'
import { PointsCells, PointsHeads } from './points-columns.tsx'
import { Table, Td, Th } from './table.tsx'
import { tiedGroups } from './tied-groups.ts'

export type StandingsRow = StandingLine & { title: string; picture: PictureView | null; to?: string }

type Props = { rows: readonly StandingsRow[]; method: VotingMethod }

/**
 * The whole count: place, points, and the dot with its interval on one scale for all, so that the eye sees which designs cannot
 * be told apart. The figures stand beside the drawing.
 */
export function StandingsTable({ rows, method }: Props) {
  if (rows.length === 0) return <EmptyState icon="scales">{m.voting_table_empty()}</EmptyState>
  const words = COUNT_WORDS[method]
  const tied = tiedGroups(rows)
  return (
    <>
      {tied.all && <p className="mb-4 max-w-text">{m.voting_table_all_tied()}</p>}
      <Table caption={m.voting_table_caption()} captionHidden>
        <thead>
          <tr>
            <Th numeric>
              <span className="max-sm:sr-only">{m.voting_table_place()}</span>
            </Th>
            <Th>{m.voting_table_design()}</Th>
            <PointsHeads />
            <Th numeric>{words.number()}</Th>
            <Th numeric className="max-sm:normal-case">
              {m.voting_table_buy()}
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.entryId} className={opensGroup(rows, index) ? 'border-strong border-t-2' : ''}>
              <Td numeric className="font-serif text-lg">
                {row.place}
              </Td>
              <Th row>
                <span className="flex min-w-32 items-center gap-2 sm:min-w-44 sm:gap-3 font-normal">
                  {row.picture && (
                    <span className="block size-9 shrink-0 sm:size-11 overflow-hidden">
                      <Picture picture={row.picture} alt="" sizes="3rem" fill="cover" />
                    </span>
                  )}
                  <span>
                    {row.to ? (
                      <Link to={row.to} className="link">
                        {row.title}
                      </Link>
                    ) : (
                      row.title
                    )}
                    {!tied.all && tied.groups.has(row.tieGroup) && (
                      <span className="block text-quiet text-xs">{m.voting_table_tied({ group: row.tieGroup })}</span>
                    )}
                  </span>
                </span>
              </Th>
              <PointsCells points={row.points} low={row.low} high={row.high} />
              <Td numeric>{row.scores}</Td>
              <Td numeric>{row.buyMarks}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-4 max-w-text text-quiet text-sm">{words.how({ ties: tieBreakInWords(method) })}</p>
    </>
  )
}

const TIE_WORDS: Record<TieBreak, (method: VotingMethod) => string> = {
  'would-buy': () => m.voting_tie_would_buy(),
  scores: (method) => COUNT_WORDS[method].tieByNumber(),
  earliest: () => m.voting_tie_earliest(),
}

function tieBreakInWords(method: VotingMethod): string {
  return TIE_BREAK.map((by) => TIE_WORDS[by](method)).reduce((before, next) => m.voting_tie_then({ before, next }))
}

function opensGroup(rows: readonly StandingsRow[], index: number): boolean {
  return index > 0 && rows[index]?.tieGroup !== rows[index - 1]?.tieGroup
}
