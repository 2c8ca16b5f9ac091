import type { Size } from './picture.ts'
import { PICTURE_PIXELS_MOST, PICTURE_SIDE_PX_MOST } from './picture.ts'
import type { PrintFacts } from './print-facts.ts'
import { type PrintWish, pixelsAsked, toInches, toMillimetres, withBleed } from './print-wish.ts'

/** How a picture will look on the product, at real size and from where the product is looked at. */
export type Sharpness = 'sharp' | 'acceptable' | 'soft'

export interface PrintReadiness {
  /** Pixels per inch at real size. */
  ppi: number
  sharpness: Sharpness
  /** Up to this width of the print it is sharp; from the other on it is soft. */
  sharpUpToMm: number
  softFromMm: number
  /** How far an eye has to be for this picture to look sharp at real size. */
  sharpFromAwayMm: number
  /** The picture has to be turned by a quarter, so that least of it is cut away. */
  turned: boolean
  /** The share of the picture that is cut away because its shape is another than the print's. */
  cut: number
  /** Between which of the picture's own sides it is cut away. */
  cutAt: 'sides' | 'top-and-bottom'
  /** Of the print with its bleed, turned as the picture is. */
  asked: Size
  advice: PrintAdvice[]
}

/** In the order in which they are worth doing. */
export const PRINT_ADVICE = [
  'export-larger',
  'change-shape',
  'add-bleed',
  'check-bleed',
  'convert-to-cmyk',
  'convert-to-rgb',
  'embed-profile',
  'lay-on-ground',
] as const
export type PrintAdvice = (typeof PRINT_ADVICE)[number]

/**
 * A picture is soft with less than half the pixels that were asked for: then the single pixel shows from twice as far away as
 * the product is looked at (150 of 300 is what is advised for an arm's length instead of the hand).
 */
export const SOFT_BELOW = 1 / 2
/** A shape that differs by less is a rounding of pixels, not another shape. */
const SAME_SHAPE = 0.01
/** A normal eye tells one minute of arc apart (20/20 by Snellen's definition). */
const EYE_RADIANS = Math.PI / 180 / 60

/**
 * The picture covers the whole print, turned the way that loses least, and what juts out is cut away: a design with white
 * edges is nothing that anybody makes.
 */
export function judgePrint(picture: Size & PrintFacts, wish: PrintWish): PrintReadiness {
  const turned = isTurned(picture, wish)
  const print = turned ? { ...wish, widthMm: wish.heightMm, heightMm: wish.widthMm } : wish
  const bleed = bleedOf(picture, print)
  const area = bleed === 'missing' ? { widthMm: print.widthMm, heightMm: print.heightMm } : withBleed(print)
  const ppi = ppiOf(picture, area)
  const asked = pixelsAsked(print)
  const cut = differenceOfShape(picture, area)
  const sharpness = sharpnessOf(ppi, wish.ppi)
  const facts = { ppi, sharpness, cut: cut < SAME_SHAPE ? 0 : cut, bleed }
  return {
    ...{ ppi, sharpness, turned, asked, cut: facts.cut },
    sharpUpToMm: (wish.widthMm * ppi) / wish.ppi,
    softFromMm: (wish.widthMm * ppi) / (wish.ppi * SOFT_BELOW),
    sharpFromAwayMm: viewingDistanceMm(ppi),
    cutAt: shapeOf(picture) > area.widthMm / area.heightMm ? 'sides' : 'top-and-bottom',
    advice: PRINT_ADVICE.filter((advice) => isDue(advice, picture, wish, facts)),
  }
}

/** 300 ppi from 29 cm, 200 from 44, 150 from 58: the distance at which one pixel is one minute of arc. */
export function viewingDistanceMm(ppi: number): number {
  return toMillimetres(1 / ppi) / Math.tan(EYE_RADIANS)
}

/** The largest print of a picture at this many pixels per inch. */
export function printableSize(picture: Size, ppi: number): { widthMm: number; heightMm: number } {
  return { widthMm: toMillimetres(picture.width / ppi), heightMm: toMillimetres(picture.height / ppi) }
}

/** What to export for entering: what the print asks for, or in its shape as much as pictures may have here. */
export function pixelsToEnter(wish: PrintWish): Size & { isEnough: boolean } {
  const { width, height } = pixelsAsked(wish)
  const byPixels = Math.sqrt(PICTURE_PIXELS_MOST / (width * height))
  const scale = Math.min(1, byPixels, PICTURE_SIDE_PX_MOST / Math.max(width, height))
  return { width: Math.floor(width * scale), height: Math.floor(height * scale), isEnough: scale === 1 }
}

function sharpnessOf(ppi: number, wanted: number): Sharpness {
  // Whole pixels never give exactly what was asked for: 3307 on 28 cm are 299.99.
  const rounded = Math.round(ppi)
  if (rounded >= wanted) return 'sharp'
  return rounded >= wanted * SOFT_BELOW ? 'acceptable' : 'soft'
}

function ppiOf(picture: Size, area: { widthMm: number; heightMm: number }): number {
  return Math.min(picture.width / toInches(area.widthMm), picture.height / toInches(area.heightMm))
}

function isTurned(picture: Size, { widthMm, heightMm }: PrintWish): boolean {
  const upright = differenceOfShape(picture, { widthMm, heightMm })
  return differenceOfShape(picture, { widthMm: heightMm, heightMm: widthMm }) < upright
}

function differenceOfShape(picture: Size, area: { widthMm: number; heightMm: number }): number {
  const ratio = (shapeOf(picture) * area.heightMm) / area.widthMm
  return 1 - Math.min(ratio, 1 / ratio)
}

function shapeOf({ width, height }: Size): number {
  return width / height
}

type Bleed = 'none-asked' | 'there' | 'missing' | 'untold'

/**
 * With its bleed a print has another shape than without, unless it is square, so the shape tells which of the two was drawn;
 * when it is neither, or both, nobody but the designer knows.
 */
function bleedOf(picture: Size, print: PrintWish): Bleed {
  if (print.bleedMm === 0) return 'none-asked'
  const full = withBleed(print)
  const [drawnFull, drawnCut] = [onePixelOff(picture, full), onePixelOff(picture, print)]
  if (drawnFull === drawnCut) return 'untold'
  return drawnFull ? 'there' : 'missing'
}

/** Whether the picture is this area to a pixel of one of its sides, as an export of it would be, lying or standing. */
function onePixelOff(picture: Size, { widthMm, heightMm }: { widthMm: number; heightMm: number }): boolean {
  return Math.abs(picture.width * heightMm - picture.height * widthMm) <= Math.max(widthMm, heightMm)
}

interface Judged {
  sharpness: Sharpness
  cut: number
  bleed: Bleed
}

function isDue(advice: PrintAdvice, picture: PrintFacts, wish: PrintWish, { sharpness, cut, bleed }: Judged): boolean {
  const isCmyk = picture.colourSpace === 'cmyk'
  const due: Record<PrintAdvice, boolean> = {
    'export-larger': sharpness !== 'sharp',
    'change-shape': cut > 0,
    'add-bleed': bleed === 'missing',
    'check-bleed': bleed === 'untold',
    'convert-to-cmyk': wish.colour === 'cmyk' && !isCmyk,
    'convert-to-rgb': wish.colour === 'rgb' && isCmyk,
    'embed-profile': isCmyk && wish.colour !== 'rgb' && picture.profileName === '',
    'lay-on-ground': picture.transparent === 1,
  }
  return due[advice]
}
