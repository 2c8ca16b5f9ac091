import type { ReactNode } from 'react'

export type Fact = { term: string; detail: ReactNode }

type Props = { items: readonly (Fact | null | false | undefined)[]; layout?: 'rows' | 'columns' | 'stacked' }

/** Terms with what they are: a definition list with hairlines; 'stacked' in a narrow column. Absent facts may be passed as null. */
export function Facts({ items, layout = 'rows' }: Props) {
  const facts = items.filter((item): item is Fact => Boolean(item))
  const list =
    layout === 'columns' ? 'grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3' : '@container border-line border-b'
  const row = {
    columns: 'border-line border-t pt-2',
    rows: 'grid gap-x-6 border-line border-t py-2.5 @2xs:grid-cols-[7.5rem_minmax(0,1fr)] @md:grid-cols-[12rem_minmax(0,1fr)]',
    stacked: 'border-line border-t py-2.5',
  }[layout]
  return (
    <dl className={`text-sm ${list}`}>
      {facts.map((fact) => (
        <div key={fact.term} className={row}>
          <dt className="text-quiet">{fact.term}</dt>
          <dd className="min-w-0 tabular-nums">{fact.detail}</dd>
        </div>
      ))}
    </dl>
  )
}
