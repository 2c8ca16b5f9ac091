import type { ReactNode } from 'react'

type Props = { caption: ReactNode; captionHidden?: boolean; children: ReactNode }

/**
 * Dense, with hairlines. Children: thead and tbody. On a narrow screen it scrolls sideways inside its own box, which
 * is why the box can be reached from the keyboard (WCAG 2.1.1).
 */
export function Table({ caption, captionHidden = false, children }: Props) {
  return (
    <section
      tabIndex={0}
      aria-label={typeof caption === 'string' ? caption : undefined}
      className="-mx-1 overflow-x-auto px-1"
    >
      <table className="w-full border-collapse text-sm">
        <caption className={captionHidden ? 'sr-only' : 'pb-3 text-left text-quiet'}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}

type CellProps = { children?: ReactNode; numeric?: boolean; className?: string }

type HeadProps = CellProps & { row?: boolean /** Which way the table is sorted by this column. */; sort?: Sort }
type Sort = 'ascending' | 'descending'

export function Th({ children, numeric, row, sort, className = '' }: HeadProps) {
  const look = row ? 'font-medium' : 'label-caps text-quiet align-bottom'
  return (
    <th
      scope={row ? 'row' : 'col'}
      aria-sort={sort}
      className={`${CELL} ${look} ${numeric ? 'text-right' : 'text-left'} ${className}`}
    >
      {children}
    </th>
  )
}

export function Td({ children, numeric, className = '' }: CellProps) {
  return <td className={`${CELL} ${numeric ? 'text-right' : ''} ${className}`}>{children}</td>
}

const CELL = 'border-line border-b py-2 pr-2 last:pr-0 sm:pr-5 align-middle'
