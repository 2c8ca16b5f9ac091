import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ColourSpace, PrintFacts } from '#app/images/print-facts.ts'
import { type PrintAdvice, type PrintReadiness, pixelsToEnter, type Sharpness } from '#app/images/print-readiness.ts'
import { type PrintColour, type PrintPpi, type PrintWish, withBleed } from '#app/images/print-wish.ts'

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

export const SHARPNESS_VERDICTS: Record<Sharpness, () => string> = {
  sharp: m.images_meter_sharp,
  acceptable: m.images_meter_acceptable,
  soft: m.images_meter_soft,
}

const COLOUR_SPACE_WORDS: Record<ColourSpace, () => string> = {
  srgb: m.images_colours_srgb,
  rgb: m.images_colours_rgb,
  cmyk: m.images_colours_cmyk,
  grey: m.images_colours_grey,
}

/** “CMYK, profile ISO Coated v2”. */
export function colourSpaceInWords({ colourSpace, profileName }: PrintFacts): string {
  const space = COLOUR_SPACE_WORDS[colourSpace]()
  return profileName === '' ? space : m.images_colours_profile({ space, profile: profileName })
}

/** For what was reckoned and not typed: whole centimetres from ten on. */
export function aboutCentimetres(mm: number): string {
  return mm < 100 ? inCentimetres(Math.round(mm)) : formatNumber(Math.round(mm / 10))
}

/** What to do, in the order of the rule. */
export function adviceInWords(advice: PrintAdvice, readiness: PrintReadiness, wish: PrintWish): string {
  const full = withBleed(wish)
  const bleed = formatNumber(wish.bleedMm)
  const words: Record<PrintAdvice, () => string> = {
    'export-larger': () => exportInWords(wish),
    'change-shape': () =>
      readiness.cutAt === 'sides'
        ? m.images_advice_shape_sides({ share: formatPercent(readiness.cut) })
        : m.images_advice_shape_ends({ share: formatPercent(readiness.cut) }),
    'add-bleed': () =>
      m.images_advice_add_bleed({ bleed, width: inCentimetres(full.widthMm), height: inCentimetres(full.heightMm) }),
    'check-bleed': () => m.images_advice_check_bleed({ bleed }),
    'convert-to-cmyk': m.images_advice_cmyk,
    'convert-to-rgb': m.images_advice_rgb,
    'embed-profile': m.images_advice_profile,
    'lay-on-ground': m.images_advice_ground,
  }
  return words[advice]()
}

function exportInWords(wish: PrintWish): string {
  const { width, height, isEnough } = pixelsToEnter(wish)
  const size = { width: formatNumber(width), height: formatNumber(height) }
  return isEnough ? m.images_advice_export(size) : m.images_advice_export_most(size)
}

/** For whoever has not exported yet: “For a sharp print at 28 × 35 cm: 3,307 × 4,134 pixels or more.” */
export function pixelsAskedInWords(wish: PrintWish): string {
  const { width, height, isEnough } = pixelsToEnter(wish)
  const words = { size: printSizeInWords(wish), width: formatNumber(width), height: formatNumber(height) }
  return isEnough ? m.images_asked_for_print(words) : m.images_asked_for_print_most(words)
}

/** “28 × 35 cm, 3 mm bleed; 300 pixels per inch, CMYK.” for a letter. */
export function productionFileInWords(wish: PrintWish): string {
  return m.images_production_file({ size: printSizeInWords(wish), quality: printQualityInWords(wish) })
}
