import type { CSSProperties } from 'react'
import type { PictureView } from '#app/images/picture.ts'

/** Width to height that a head of a page bears where it fills a place: a tower or a ribbon is cut, all else is shown whole. */
const TALLEST = 1
const WIDEST = 21 / 9
/** In rem. A tall picture gets narrower, so that the words beside it stay on the first screen. */
const HIGHEST = 40

export function headRatio({ width, height }: PictureView): number {
  return Math.min(WIDEST, Math.max(TALLEST, width / height))
}

/** Of a head that stands free. */
export function headRatioFree({ width, height }: PictureView): number {
  return Math.min(WIDEST, width / height)
}

/** For a head that stands free: at its own proportions, and never higher than a screen. */
export function headFrame(head: PictureView): CSSProperties {
  return { aspectRatio: headRatioFree(head), maxWidth: `${widestFree(head)}rem` }
}

/** The `sizes` of a head that stands free: on half of the line from 40rem on, beside its words or beside another, else on all of it. */
export function headSizes(head: PictureView): string {
  const widest = widestFree(head)
  return `(min-width: ${2 * widest}rem) ${widest}rem, (min-width: 40rem) 50vw, (min-width: ${widest}rem) ${widest}rem, 100vw`
}

function widestFree(head: PictureView): number {
  return Math.round(HIGHEST * headRatioFree(head))
}
