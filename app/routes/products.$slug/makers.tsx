import { Link } from '@remix-run/react'
import type { Author } from '#app/entries/makers.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** The designers' names, in the largest type on the page. */
export function Makers({ authors }: { authors: readonly Author[] }) {
  return (
    <ul>
      {authors.map(({ id, handle, name }) => (
        <li key={id} className="font-serif text-[clamp(3.25rem,9vw,8rem)] leading-[0.95] tracking-tight">
          {name === null ? (
            m.products_former_member()
          ) : (
            <Link to={links.person(handle)} className="hover:text-accent">
              {name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
