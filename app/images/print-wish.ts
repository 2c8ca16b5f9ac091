import type { Size } from './picture.ts'

/** What a brief asks of what will be printed. Pure: the browser may import it. */
export interface PrintWish {
  /** The printed area, after it is cut. */
  widthMm: number
  heightMm: number
  /** How far the design goes on past each edge. */
  bleedMm: number
  /** Pixels per inch at real size. */
  ppi: PrintPpi
  colour: PrintColour
}

/**
 * What an eye that tells one minute of arc apart asks for at 60, 45 and 30 cm: see `viewingDistanceMm`. 300 is what printers ask
 * for (Adobe and most print shops alike: 300 for what is held in the hand, 150 for posters).
 */
export const PRINT_PPI = [150, 200, 300] as const
export type PrintPpi = (typeof PRINT_PPI)[number]

export const PRINT_COLOURS = ['any', 'rgb', 'cmyk'] as const
export type PrintColour = (typeof PRINT_COLOURS)[number]

/** From a button to a banner. */
export const PRINT_SIDE_MM = { least: 5, most: 5000 } as const
export const PRINT_BLEED_MM = { least: 0, most: 50 } as const

const MM_PER_INCH = 25.4

/** The columns that a brief has for it. */
export interface PrintColumns {
  printWidthMm: number | null
  printHeightMm: number | null
  printBleedMm: number
  printPpi: PrintPpi
  printColour: PrintColour
}

/** null where nothing is printed: a shape, a last. */
export function printWishOf(columns: PrintColumns): PrintWish | null {
  const { printWidthMm, printHeightMm, printBleedMm, printPpi, printColour } = columns
  if (printWidthMm === null || printHeightMm === null) return null
  return { widthMm: printWidthMm, heightMm: printHeightMm, bleedMm: printBleedMm, ppi: printPpi, colour: printColour }
}

/** What has to be printed so that nothing white shows where it is cut. */
export function withBleed({ widthMm, heightMm, bleedMm }: PrintWish): { widthMm: number; heightMm: number } {
  return { widthMm: widthMm + 2 * bleedMm, heightMm: heightMm + 2 * bleedMm }
}

/** How many pixels the print asks for, bleed and all: 28 x 35 cm at 300 ppi are 3307 x 4134. */
export function pixelsAsked(wish: PrintWish): Size {
  const { widthMm, heightMm } = withBleed(wish)
  return { width: toPixels(widthMm, wish.ppi), height: toPixels(heightMm, wish.ppi) }
}

export function toInches(mm: number): number {
  return mm / MM_PER_INCH
}

export function toMillimetres(inches: number): number {
  return inches * MM_PER_INCH
}

function toPixels(mm: number, ppi: number): number {
  return Math.round(toInches(mm) * ppi)
}
