import { fromPixels, type Pixels, unpack, WHITE } from './picture-pixels.server.ts'

/** What stands where a picture will be while it loads. */
export interface Impression {
  /** A data: URI of some hundred characters. */
  blur: string
  /** '#rrggbb', the colour that fills most of it. */
  ground: string
}

const BLUR_SIDE_PX = 16
const BLUR_URI_LENGTH_MOST = 400

export async function impressionOf(smallest: Pixels): Promise<Impression> {
  const ground = await dominantColour(smallest)
  return { blur: await blurOf(smallest, ground), ground }
}

async function dominantColour(pixels: Pixels): Promise<string> {
  // stats() looks at the pixels as they come in, so the white ground has to be laid first.
  const opaque = await unpack(fromPixels(pixels).flatten({ background: WHITE }))
  const { r, g, b } = (await fromPixels(opaque).stats()).dominant
  return `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

async function blurOf(pixels: Pixels, ground: string): Promise<string> {
  for (const side of [BLUR_SIDE_PX, BLUR_SIDE_PX / 2]) {
    const tiny = fromPixels(pixels).flatten({ background: ground }).resize(side, side, { fit: 'inside' })
    const uri = `data:image/webp;base64,${(await tiny.webp({ quality: 40 }).toBuffer()).toString('base64')}`
    if (uri.length <= BLUR_URI_LENGTH_MOST) return uri
  }
  throw new Error(`a blur of ${BLUR_SIDE_PX / 2} px does not fit in ${BLUR_URI_LENGTH_MOST} characters`)
}
