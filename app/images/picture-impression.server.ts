import { bestGround, type Colour, hexOf } from './ground-choice.ts'
import { fromPixels, type Pixels, unpack } from './picture-pixels.server.ts'

/** What stands where a picture will be while it loads, and what it is shown on. */
export interface Impression {
  /** A data: URI of some hundred characters. */
  blur: string
  /** '#rrggbb', the colour that fills most of what can be seen of it. */
  ground: string
  /** '#rrggbb', beneath a picture that has transparent parts; null when it has none. */
  shownOn: string | null
}

const BLUR_SIDE_PX = 16
const BLUR_URI_LENGTH_MOST = 400
/** Enough to know a logo's colours by. */
const SAMPLE_SIDE_PX = 64

export async function impressionOf(smallest: Pixels): Promise<Impression> {
  const isTransparent = smallest.channels === 4
  const visible = isTransparent ? await visibleColours(smallest) : []
  const ground = isTransparent ? meanOf(visible) : await dominantColour(smallest)
  const shownOn = isTransparent ? bestGround(ground, visible) : null
  return { blur: await blurOf(smallest, shownOn ?? ground), ground, shownOn }
}

interface Sample {
  colour: Colour
  weight: number
}

/** What shows of a picture, each colour with how much it covers. */
async function visibleColours(pixels: Pixels): Promise<Sample[]> {
  const small = fromPixels(pixels).resize(SAMPLE_SIDE_PX, SAMPLE_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
  const { data } = await unpack(small)
  const samples: Sample[] = []
  for (let at = 0; at + 3 < data.length; at += 4) {
    const [r = 0, g = 0, b = 0, weight = 0] = data.subarray(at, at + 4)
    if (weight > 0) samples.push({ colour: { r, g, b }, weight })
  }
  return samples
}

function meanOf(samples: readonly Sample[]): string {
  const sum = { r: 0, g: 0, b: 0 }
  let weights = 0
  for (const { colour, weight } of samples) {
    for (const channel of ['r', 'g', 'b'] as const) sum[channel] += colour[channel] * weight
    weights += weight
  }
  // Nothing at all may be visible.
  const all = Math.max(1, weights)
  return hexOf({ r: sum.r / all, g: sum.g / all, b: sum.b / all })
}

async function dominantColour(pixels: Pixels): Promise<string> {
  return hexOf((await fromPixels(pixels).stats()).dominant)
}

async function blurOf(pixels: Pixels, ground: string): Promise<string> {
  for (const side of [BLUR_SIDE_PX, BLUR_SIDE_PX / 2]) {
    const tiny = fromPixels(pixels).flatten({ background: ground }).resize(side, side, { fit: 'inside' })
    const uri = `data:image/webp;base64,${(await tiny.webp({ quality: 40 }).toBuffer()).toString('base64')}`
    if (uri.length <= BLUR_URI_LENGTH_MOST) return uri
  }
  throw new Error(`a blur of ${BLUR_SIDE_PX / 2} px does not fit in ${BLUR_URI_LENGTH_MOST} characters`)
}
