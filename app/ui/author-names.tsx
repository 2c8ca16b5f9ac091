import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import type { Author } from '#app/entries/makers.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'

/** "Ada Rossi, Li Wei and Sam", each leading to their page; who left is a former member without one. */
export function AuthorNames({ authors }: { authors: readonly Author[] }) {
  const parts = new Intl.ListFormat(getLocale(), { type: 'conjunction' }).formatToParts(authors.map(({ id }) => id))
  return (
    <>
      {parts.map(({ type, value }) => {
        if (type === 'literal') return <Fragment key={`between${value}`}>{value}</Fragment>
        const author = authors.find(({ id }) => id === value)
        return author?.name ? (
          <Link key={value} to={links.person(author.handle)} className="hover:text-accent hover:underline">
            {author.name}
          </Link>
        ) : (
          <span key={value}>{m.entries_former_member()}</span>
        )
      })}
    </>
  )
}
