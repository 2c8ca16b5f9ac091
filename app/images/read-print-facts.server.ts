import type { Metadata } from 'sharp'
import { type CodedColours, nameCodedColours } from './coded-colours.ts'
import { readProfile } from './icc-profile.ts'
import type { ColourSpace, PrintFacts } from './print-facts.ts'

/** What the header alone tells; whether anything is transparent only the pixels do. Runs in the decoding child only. */
export type PrintHeader = Omit<PrintFacts, 'transparent'>

/** 'c2' is the sRGB profile in 400 bytes that large sites embed instead of the one in 3,000. */
const SRGB = /srgb|^c2(ci)?$/i

/** `coded` is what a picture without a profile says of its colours in another way. */
export function readPrintFacts({ space, depth, icc }: Metadata, coded: CodedColours | null): PrintHeader {
  const profile = icc ? readProfile(icc) : null
  const profileName = profile?.name ?? (coded ? nameCodedColours(coded) : '')
  return {
    colourSpace: colourSpaceOf(space, profileName),
    profileName,
    bitDepth: depth === 'uchar' || depth === 'char' ? 8 : 16,
  }
}

/** The pixels decide and not the profile: a profile that does not fit them is a mistake of whoever saved the file. */
function colourSpaceOf(space: Metadata['space'], profileName: string): ColourSpace {
  if (space === 'cmyk') return 'cmyk'
  if (space === 'b-w' || space === 'grey16') return 'grey'
  return profileName === '' || SRGB.test(profileName) ? 'srgb' : 'rgb'
}
