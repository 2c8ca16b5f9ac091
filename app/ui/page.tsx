import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type PageWidth = 'text' | 'normal' | 'wide'

type Props = {
  title: ReactNode
  /** One short line above the title: where we are. */
  kicker?: ReactNode
  lead?: ReactNode
  back?: { to: string; label: string }
  actions?: ReactNode
  /** A second column beside the content on wide screens, below it on narrow ones. */
  aside?: ReactNode
  width?: PageWidth
  children?: ReactNode
}

const WIDTHS: Record<PageWidth, string> = {
  text: 'max-w-[calc(65ch+8rem)]',
  normal: 'max-w-normal',
  wide: 'max-w-wide',
}

export function Page({ title, kicker, lead, back, actions, aside, width = 'normal', children }: Props) {
  return (
    <div className={`gutter mx-auto w-full pt-8 pb-24 md:pt-12 ${WIDTHS[width]}`}>
      <header className="mb-10 md:mb-14">
        {back && (
          <Link to={back.to} className="mb-6 inline-flex items-center gap-2 text-quiet text-sm hover:text-accent">
            <Icon name="back" /> {back.label}
          </Link>
        )}
        {kicker && <p className="label-caps mb-3 text-quiet">{kicker}</p>}
        <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
          <h1 className="max-w-[22ch] text-3xl md:text-4xl">{title}</h1>
          {actions && <div className="flex flex-wrap items-center gap-3 pb-1">{actions}</div>}
        </div>
        {lead && <div className="mt-5 max-w-text text-lg text-quiet">{lead}</div>}
      </header>
      {aside ? (
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0">{children}</div>
          <aside className="min-w-0">{aside}</aside>
        </div>
      ) : (
        children
      )}
    </div>
  )
}
