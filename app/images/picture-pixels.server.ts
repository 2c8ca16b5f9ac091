import sharp, { type Metadata, type Sharp } from 'sharp'
import { readCodedColours } from './coded-colours.ts'
import { profileOf } from './coded-profile.ts'
import { BASELINE_JPEG_PIXELS_MOST, type Size } from './picture.ts'
import { withProfile } from './profiled-png.ts'

/** Unpacked 8-bit sRGB, three channels or four. */
export interface Pixels extends Size {
  data: Buffer
  channels: 3 | 4
}

/** Under what is transparent, where only lightness counts. */
export const WHITE = { r: 255, g: 255, b: 255 }

/** CMYK with alpha. */
const CHANNELS_MOST = 5

/**
 * What libjpeg complains of in pictures that are all there: cameras and programs write such files, and every viewer shows them.
 * Everything else that it warns of means that pixels are missing and were filled with grey.
 */
const HARMLESS =
  /^VipsJpeg: (?:Corrupt JPEG data: \d+ extraneous bytes|Corrupt JPEG data: bad ICC|Invalid SOS parameters|Unknown Adobe color transform|Warning: unknown JFIF)/

/** Said of a JPEG without its last two bytes, and of one that lost all that it would have drawn after some scan. */
const ENDS_EARLY = /^VipsJpeg: premature end of JPEG image/
const END_OF_JPEG = Buffer.from([0xff, 0xd9])

/** In the size that is asked for; null when the file is cut off or broken. */
export async function decodePixels(file: Buffer, size: Size): Promise<Pixels | null> {
  const decode = async (whole: Buffer, failOn: 'warning' | 'error') => {
    const opened = open(whole, failOn)
    const { space, hasProfile } = await opened.metadata()
    const pixels = isDeep(space)
      ? await shrink(await unpack(space === 'rgb16' && hasProfile ? opened.withIccProfile('srgb') : opened), size)
      : await unpack(opened.resize({ ...size, fit: 'fill' }))
    return hasProfile ? pixels : asMeant(pixels, file)
  }
  const pixels = await decode(file, 'warning').catch((error: Error) => {
    const complaints = error.message.split('\n')
    const isAbout = (kind: RegExp) => complaints.every((line) => kind.test(line) || HARMLESS.test(line))
    if (isAbout(HARMLESS)) return decode(file, 'error').catch(() => null)
    // With an end put to it, a decoder that misses pixels says that instead.
    return isAbout(ENDS_EARLY) ? decode(Buffer.concat([file, END_OF_JPEG]), 'warning').catch(() => null) : null
  })
  return pixels && withoutIdleAlpha(pixels)
}

function open(file: Buffer, failOn: 'warning' | 'error'): Sharp {
  const limits = { limitInputPixels: BASELINE_JPEG_PIXELS_MOST, limitInputChannels: CHANNELS_MOST }
  return sharp(file, { failOn, ...limits }).autoOrient()
}

/**
 * What has 16 bits is brought to 8 before it is shrunk, which takes a third less time: sharp would shrink it in floats. It also works on it
 * in Display P3, and leaves it there unless a profile is asked for, which raw pixels then do not get.
 */
function isDeep(space: Metadata['space']): boolean {
  return space === 'rgb16' || space === 'grey16'
}

/**
 * A profile is what libvips goes by, and pixels get one only in a file. Where the picture has its own, that one was made by whoever knew
 * the picture, and counts.
 */
async function asMeant(pixels: Pixels, file: Buffer): Promise<Pixels> {
  const colours = readCodedColours(file)
  if (!colours) return pixels
  const png = await fromPixels(pixels).png({ compressionLevel: 0, adaptiveFiltering: false }).toBuffer()
  return unpack(sharp(withProfile(png, profileOf(colours))))
}

export function shrink(pixels: Pixels, size: Size): Promise<Pixels> {
  if (size.width === pixels.width && size.height === pixels.height) return Promise.resolve(pixels)
  return unpack(fromPixels(pixels).resize({ ...size, fit: 'fill' }))
}

export async function unpack(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 }
}

/** Many tools save an alpha channel in which nothing is transparent; encoding it would cost a quarter more. */
async function withoutIdleAlpha(pixels: Pixels): Promise<Pixels> {
  if (pixels.channels === 3) return pixels
  const alpha = await fromPixels(pixels).extractChannel(3).raw().toBuffer()
  if (!alpha.equals(Buffer.alloc(alpha.length, 255))) return pixels
  return unpack(fromPixels(pixels).removeAlpha())
}

export function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}
