import type { CSSProperties } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { Picture } from './picture.tsx'
import { type StripRoom, sizesInRoom } from './strip-room.ts'

type Props = {
  pictures: readonly PictureView[]
  /** Distinguishes the strips of one page. */
  name?: string
  room: StripRoom
}

/** As large as the room above the keys allows, at its own proportions; several stand side by side and snap. */
export function PictureStrip({ pictures, name = 'picture', room }: Props) {
  const several = pictures.length > 1
  return (
    <div
      className={`min-w-0 animate-slide-in ${several ? '[--strip-height:calc(var(--booth-picture-height)-3.75rem)]' : '[--strip-height:var(--booth-picture-height)]'}`}
    >
      {/* A strip that scrolls must be reachable from the keyboard (WCAG 2.1.1). */}
      <ul
        aria-label={m.voting_booth_pictures()}
        tabIndex={several ? 0 : undefined}
        className="flex snap-x snap-mandatory overflow-x-auto scroll-smooth [scrollbar-width:none]"
      >
        {pictures.map((picture, index) => (
          <li
            key={picture.id}
            id={`${name}-${index + 1}`}
            className="flex min-w-full snap-center items-center justify-center"
          >
            <div style={shape(picture)} className="w-[min(100%,calc(var(--strip-height)*var(--proportion)))]">
              <Picture picture={picture} sizes={sizesInRoom(room, picture)} eager={index === 0} />
            </div>
          </li>
        ))}
      </ul>
      {several && (
        <ol className="mt-3 flex justify-center gap-2">
          {pictures.map((picture, index) => (
            <li key={picture.id}>
              <a
                href={`#${name}-${index + 1}`}
                aria-label={m.voting_booth_picture({ number: index + 1, count: pictures.length })}
                className="block size-12 border border-line hover:border-ink"
              >
                <Picture picture={picture} alt="" sizes="3rem" fill="cover" />
              </a>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function shape({ width, height }: PictureView): CSSProperties {
  return { '--proportion': String(width / height) } as CSSProperties
}
