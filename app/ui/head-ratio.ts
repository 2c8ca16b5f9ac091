import type { PictureView } from '#app/images/picture.ts'

/** Width to height that a head of a page bears: between them a picture is shown whole, a tower or a ribbon is cut. */
const TALLEST = 5 / 4
const WIDEST = 21 / 9

export function headRatio({ width, height }: PictureView): number {
  return Math.min(WIDEST, Math.max(TALLEST, width / height))
}
