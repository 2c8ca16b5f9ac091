import { links } from '#app/http/links.ts'
import { PAGE_WIDTHS, type PictureView, type RenditionName, renditionSize } from '#app/images/picture.ts'

/** The widths that a picture really has: one that is smaller than a rendition's name says is offered once, as wide as it is. */
export function srcSetOf(picture: PictureView, format: 'webp' | 'avif'): string {
  const byWidth = new Map<number, RenditionName>()
  for (const wide of PAGE_WIDTHS) {
    const name = `${wide}.${format}` as const
    const { width } = renditionSize(picture, name)
    if (!byWidth.has(width)) byWidth.set(width, name)
  }
  return [...byWidth].map(([width, name]) => `${links.rendition(picture.id, name)} ${width}w`).join(', ')
}

/**
 * `sizes` says how wide a box is. What fills a box of other proportions than its own is drawn wider than the box when it covers it, and
 * narrower when it is contained. `boxRatio` is the box's width to its height.
 */
export function sizesInBox(sizes: string, { width, height }: PictureView, fill: 'cover' | 'contain', boxRatio: number) {
  const stretch = width / height / boxRatio
  const factor = fill === 'cover' ? Math.max(1, stretch) : Math.min(1, stretch)
  if (Math.abs(factor - 1) < 0.02) return sizes
  const scaled = (size: string) => size.replace(/\S+$/, (length) => `calc(${length} * ${factor.toFixed(2)})`)
  return sizes.split(/,\s*/).map(scaled).join(', ')
}
