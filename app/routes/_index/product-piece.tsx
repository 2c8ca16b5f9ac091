import { Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ProductView } from '#app/production/products.server.ts'
import { byline } from '#app/ui/byline.ts'
import { Picture } from '#app/ui/picture.tsx'

type Props = { product: ProductView /** The only one, so it has the whole row. */; alone: boolean }

/** The finished thing; of the two names its designer's is the larger. */
export function ProductPiece({ product, alone }: Props) {
  const { slug, name, entry, picture } = product
  return (
    <li className={`group ${alone ? 'col-span-full' : ''}`}>
      <Link
        to={links.product(slug)}
        className={alone ? 'block gap-x-12 sm:grid sm:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] sm:items-end' : 'block'}
      >
        <span className={`block overflow-hidden bg-sunken ${alone ? 'aspect-square' : 'aspect-[4/5]'}`}>
          {picture && (
            <Picture
              picture={picture}
              alt=""
              fill="cover"
              boxRatio={alone ? 1 : 4 / 5}
              sizes={
                alone ? '(min-width: 40rem) 40vw, 100vw' : '(min-width: 64rem) 33vw, (min-width: 40rem) 50vw, 100vw'
              }
            />
          )}
        </span>
        <span className="mt-4 block">
          <span
            className={`block font-serif leading-tight group-hover:text-accent ${alone ? 'text-3xl md:text-5xl' : 'text-xl'}`}
          >
            {byline(entry.authors)}
          </span>
          <span className={`block text-quiet ${alone ? 'mt-2 text-lg' : 'text-sm'}`}>
            {m.home_designed({ product: name })}
          </span>
        </span>
      </Link>
    </li>
  )
}
