import type { ReactNode } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { momentText } from '#app/ui/moment-text.ts'

/** What the booth says when no design is on the table, and what can be done then. */
export function Sheet({ title, children, acts }: { title: string; children?: ReactNode; acts: ReactNode }) {
  return (
    <div className="gutter mx-auto flex w-full max-w-wide grow flex-col justify-center py-16">
      <div className="max-w-[46rem]">
        <h1 id="booth-heading" tabIndex={-1} className="text-3xl outline-none md:text-4xl">
          {title}
        </h1>
        {children && <div className="mt-6 text-quiet">{children}</div>}
        <div className="mt-10 flex flex-wrap gap-3">{acts}</div>
      </div>
    </div>
  )
}

export function Point({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium text-ink">{title}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  )
}

export function ToBrief({ slug }: { slug: string }) {
  return <ButtonLink to={links.contest(slug)}>{m.voting_booth_back()}</ButtonLink>
}

export function wallClock(at: string, { zone }: { zone: string }): string {
  return momentText(at, zone, getLocale(), 'minute')
}
