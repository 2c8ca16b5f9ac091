import { links } from '#app/http/links.ts'
import type { PictureView } from '#app/images/picture.ts'

type Props = {
  picture: PictureView
  /** How wide it will stand, as in the `sizes` attribute. */
  sizes?: string
  /** The first picture of a page: fetched at once and before the others. */
  eager?: boolean
  /** Overrides the alt text; '' where the words beside it already say everything. */
  alt?: string
  /** Fills the box its parent gives it instead of keeping its own proportions. */
  fill?: 'cover' | 'contain'
  className?: string
}

const WIDTHS = [320, 960, 1920] as const

export function Picture({ picture, sizes = '100vw', eager = false, alt, fill, className = '' }: Props) {
  const { id, width, height, blur, ground } = picture
  const shape =
    fill === undefined ? 'h-auto w-full' : `size-full ${fill === 'cover' ? 'object-cover' : 'object-contain'}`
  return (
    <img
      src={links.rendition(id, '960.webp')}
      srcSet={WIDTHS.map((wide) => `${links.rendition(id, `${wide}.webp`)} ${Math.min(wide, width)}w`).join(', ')}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt ?? picture.alt}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      ref={unveil}
      onLoad={(event) => unveil(event.currentTarget)}
      {...(eager ? { fetchpriority: 'high' } : {})}
      className={`block max-w-full ${shape} ${className}`}
      style={{
        backgroundColor: ground,
        backgroundImage: blur ? `url("${blur}")` : undefined,
        backgroundSize: fill === 'contain' ? 'contain' : '100% 100%',
        backgroundPosition: 'center',
        backgroundRepeat: 'no-repeat',
      }}
    />
  )
}

/** A picture with transparent parts would keep its blur showing through; it may have come before the script did. */
function unveil(image: HTMLImageElement | null) {
  if (image?.complete && image.naturalWidth > 0) image.style.backgroundImage = 'none'
}
