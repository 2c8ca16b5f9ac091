import { links } from '#app/http/links.ts'
import type { PictureView } from '#app/images/picture.ts'
import { sizesInBox, srcSetOf } from './picture-sources.ts'

type Props = {
  picture: PictureView
  /** How wide it will stand, or the box that it fills, as in the `sizes` attribute; no function with commas in it. */
  sizes?: string
  /** The first picture of a page: fetched at once and before the others. */
  eager?: boolean
  /** Overrides the alt text; '' where the words beside it already say everything. */
  alt?: string
  /** Fills the box its parent gives it instead of keeping its own proportions. */
  fill?: 'cover' | 'contain'
  /** Of the box that it fills: width to height. */
  boxRatio?: number
  className?: string
}

export function Picture({ picture, sizes = '100vw', eager = false, alt, fill, boxRatio = 1, className = '' }: Props) {
  const { id, width, height, blur, ground, shownOn } = picture
  const shape =
    fill === undefined ? 'h-auto w-full' : `size-full ${fill === 'cover' ? 'object-cover' : 'object-contain'}`
  const shownSizes = fill ? sizesInBox(sizes, picture, fill, boxRatio) : sizes
  return (
    <picture className="contents">
      {picture.avif === 1 && <source type="image/avif" srcSet={srcSetOf(picture, 'avif')} sizes={shownSizes} />}
      <img
        src={links.rendition(id, '960.webp')}
        srcSet={srcSetOf(picture, 'webp')}
        sizes={shownSizes}
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
          backgroundColor: shownOn ?? ground,
          // Through transparent parts the blur would show for ever where scripts do not run.
          backgroundImage: blur && shownOn === null ? `url("${blur}")` : undefined,
          backgroundSize: fill === 'contain' ? 'contain' : '100% 100%',
          backgroundPosition: 'center',
          backgroundRepeat: 'no-repeat',
        }}
      />
    </picture>
  )
}

/** Contained in a box, it would keep its blur showing at the edges; it may have come before the script did. */
function unveil(image: HTMLImageElement | null) {
  if (image?.complete && image.naturalWidth > 0) image.style.backgroundImage = 'none'
}
