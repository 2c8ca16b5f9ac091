import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type PageWidth = 'text' | 'normal' | 'wide'

/** All widths share the left edge of the wordmark. */
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
  text: 'max-w-text',
  normal: 'max-w-normal',
  wide: '',
}

export function Page({ title, kicker, lead, back, actions, aside, width = 'normal', children }: Props) {
  return (
    <div className="gutter mx-auto w-full max-w-wide pt-8 pb-24 md:pt-12">
      <div className={WIDTHS[width]}>
        {back && (
          <Link
            to={back.to}
            data-print="no"
            className="mb-6 inline-flex min-h-8 items-center gap-2 text-quiet text-sm hover:text-accent"
          >
            <Icon name="back" /> {back.label}
          </Link>
        )}
        <header className="mb-10 flex flex-wrap items-end justify-between gap-x-12 gap-y-6 md:mb-14">
          <div className="min-w-0 max-w-full">
            {kicker && <div className="label-caps mb-3 text-quiet">{kicker}</div>}
            <h1 className="max-w-[22ch] text-3xl md:text-4xl">{title}</h1>
            {lead && <div className="mt-5 max-w-[52ch] text-pretty text-lg text-quiet">{lead}</div>}
          </div>
          {actions && (
            <div className="flex flex-wrap items-center gap-3" data-print="no">
              {actions}
            </div>
          )}
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
    </div>
  )
}
