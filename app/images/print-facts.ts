/**
 * What a printer would ask of a picture besides its pixels. The density that a file claims ('300 dpi') is not among it: any
 * program writes any number there, and only the pixels over the real size count.
 */
export interface PrintFacts {
  colourSpace: ColourSpace
  /** The embedded profile's own name, '' without one. */
  profileName: string
  /** Bits per sample. */
  bitDepth: 8 | 16
  /** 1 when something in it can be seen through, not merely when it could be. */
  transparent: number
}

/** 'rgb' has a profile that is not sRGB: Adobe RGB, Display P3. */
export const COLOUR_SPACES = ['srgb', 'rgb', 'cmyk', 'grey'] as const
export type ColourSpace = (typeof COLOUR_SPACES)[number]

export const PRINT_FACT_COLUMNS = [
  'picture.colourSpace',
  'picture.profileName',
  'picture.bitDepth',
  'picture.transparent',
] as const

/** For whoever must not learn whose picture it is: the profile of a screen is often called after the screen's owner. */
export function withoutNames(facts: PrintFacts): PrintFacts {
  return { ...facts, profileName: facts.profileName && 'ICC' }
}
