import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PrintColour, PrintPpi, PrintWish } from '#app/images/print-wish.ts'

/** From where a product is looked at, nearest last. */
export const SHARPNESS_WORDS: Record<PrintPpi, () => string> = {
  150: m.images_print_sharpness_150,
  200: m.images_print_sharpness_200,
  300: m.images_print_sharpness_300,
}

export const COLOUR_WISH_WORDS: Record<PrintColour, () => string> = {
  any: m.images_print_colour_any,
  rgb: m.images_print_colour_rgb,
  cmyk: m.images_print_colour_cmyk,
}

/** Sizes are kept in millimetres and said in centimetres: 280 → “28”, 285 → “28.5”. */
export function inCentimetres(mm: number): string {
  const centimetres = mm / 10
  return formatNumber(centimetres, Number.isInteger(centimetres) ? 0 : 1)
}

/** “28 × 35 cm, 3 mm bleed”. */
export function printSizeInWords({ widthMm, heightMm, bleedMm }: PrintWish): string {
  const size = m.images_print_size({ width: inCentimetres(widthMm), height: inCentimetres(heightMm) })
  return bleedMm === 0 ? size : m.images_print_size_bleed({ size, bleed: formatNumber(bleedMm) })
}

/** “300 pixels per inch, CMYK”. */
export function printQualityInWords({ ppi, colour }: PrintWish): string {
  const sharpness = m.images_print_ppi({ ppi: formatNumber(ppi) })
  return colour === 'any' ? sharpness : `${sharpness}, ${colour.toUpperCase()}`
}
