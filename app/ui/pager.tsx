import { Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from './icon.tsx'

type Props = { page: number; pages: number; hrefFor: (page: number) => string }

/** Counts pages from 1. */
export function Pager({ page, pages, hrefFor }: Props) {
  if (pages <= 1) return null
  return (
    <nav
      aria-label={m.ui_pager_label()}
      className="mt-12 flex items-center justify-between border-line border-t pt-4 text-sm"
    >
      <span className="w-1/3">
        {page > 1 && (
          <Link rel="prev" to={hrefFor(page - 1)} className="inline-flex min-h-11 items-center gap-2 hover:text-accent">
            <Icon name="back" /> {m.ui_pager_previous()}
          </Link>
        )}
      </span>
      <span className="text-quiet tabular-nums">{m.ui_pager_place({ page, pages })}</span>
      <span className="w-1/3 text-right">
        {page < pages && (
          <Link rel="next" to={hrefFor(page + 1)} className="inline-flex min-h-11 items-center gap-2 hover:text-accent">
            {m.ui_pager_next()} <Icon name="arrow" />
          </Link>
        )}
      </span>
    </nav>
  )
}
