import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ProductView } from '#app/production/products.server.ts'
import { byline } from '#app/ui/byline.ts'
import { Picture } from '#app/ui/picture.tsx'

/** The finished thing; of the two names its designer's is the larger. */
export function ProductPiece({ product }: { product: ProductView }) {
  const { slug, name, entry, picture } = product
  return (
    <li className="group">
      <Link to={links.product(slug)} className="block">
        <span className="block aspect-[4/5] overflow-hidden bg-sunken">
          {picture && (
            <Picture
              picture={picture}
              alt=""
              fill="cover"
              sizes="(min-width: 64rem) 33vw, (min-width: 40rem) 50vw, 100vw"
            />
          )}
        </span>
        <span className="mt-4 block font-serif text-xl leading-tight group-hover:text-accent">
          {byline(entry.authors)}
        </span>
        <span className="block text-quiet text-sm">{m.home_designed({ product: name })}</span>
      </Link>
    </li>
  )
}
