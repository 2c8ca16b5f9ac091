import { Link } from '@remix-run/react'
import type { CSSProperties } from 'react'
import type { EntryPage } from '#app/entries/entry-pages.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Zoom } from '#app/ui/zoom.tsx'

interface Props {
  page: EntryPage
  title: string
  /** Which of them stands large, from 1. */
  shown: number
}

/** One picture as large as the screen allows; the others beneath it, each with its own address. */
export function EntryPictures({ page: { id, artworks }, title, shown }: Props) {
  const artwork = artworks[shown - 1] ?? artworks[0]
  if (!artwork) return <EmptyState>{m.entries_no_pictures()}</EmptyState>
  const { picture } = artwork
  // As wide as the page, or as high as four fifths of the screen: whichever comes first, known before it loads.
  const style = { '--ratio': picture.width / picture.height } as CSSProperties
  const sizes = `min(100vw, calc(82svh * ${picture.width / picture.height}))`
  const alt = picture.alt || m.entries_alt_unwritten({ title })
  return (
    <div>
      <figure style={style} className="mx-auto w-[min(100%,calc(82svh*var(--ratio)))]">
        <Zoom key={picture.id} picture={picture} alt={alt} className="group relative block cursor-zoom-in">
          <Picture key={picture.id} picture={picture} alt={alt} eager sizes={sizes} />
          <span className="absolute right-0 bottom-0 inline-flex min-h-11 items-center gap-2 bg-paper px-3 text-xs group-hover:text-accent">
            <Icon name="zoom" /> {m.entries_zoom()}
          </span>
        </Zoom>
        {picture.alt && <figcaption className="mt-2 text-quiet text-sm">{picture.alt}</figcaption>}
      </figure>
      {artworks.length > 1 && (
        <ul aria-label={m.entries_pictures()} className="mt-5 flex flex-wrap justify-center gap-3">
          {artworks.map((other, index) => (
            <li key={other.id}>
              <Link
                to={`${links.entry(id)}?picture=${index + 1}`}
                replace
                preventScrollReset
                aria-current={other.id === artwork.id ? 'true' : undefined}
                aria-label={m.entries_picture_of({ place: index + 1, count: artworks.length })}
                className="block size-16 overflow-hidden border-2 border-transparent p-0.5 hover:border-strong aria-[current]:border-accent sm:size-20"
              >
                <Picture picture={other.picture} alt="" fill="cover" sizes="5rem" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
