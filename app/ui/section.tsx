import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  id?: string
  level?: 2 | 3
  /** A hairline above; on unless the section opens the page. */
  rule?: boolean
  children: ReactNode
}

export function Section({ title, lead, actions, id, level = 2, rule = true, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} className={`not-first:mt-14 ${rule ? 'border-line border-t pt-5' : ''}`}>
      {(title || actions) && (
        <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3">
          {title && <Heading className={level === 2 ? 'text-xl' : 'text-lg'}>{title}</Heading>}
          {actions && <div className="flex flex-wrap items-center gap-3 text-sm">{actions}</div>}
        </div>
      )}
      {lead && <p className="-mt-3 mb-6 max-w-text text-quiet">{lead}</p>}
      {children}
    </section>
  )
}
