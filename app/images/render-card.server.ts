import sharp, { type OverlayOptions } from 'sharp'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { CARD_SIZE, type CardWords } from './card.ts'
import { type DrawnWords, drawWords, type Lettering } from './draw-words.server.ts'
import type { PictureRefusal } from './picture.ts'

export interface CardPlan {
  words: CardWords
  /** '#rrggbb', beneath and around the picture. */
  ground: string
  fonts: string
}

/** As the pages have them: app/ui/styles.css. */
const [PAPER, INK, QUIET] = ['#f6f3ec', '#1b1916', '#5a544b']
const PART_PX = CARD_SIZE.height
const PICTURE_MARGIN_PX = 32
const MARGIN_PX = 48
const GAP_PX = 24
const JPEG_QUALITY = 86

/** The picture whole on its ground at the left, the words at the right. Runs in a decoding child only. */
export async function renderCard(
  picture: Buffer,
  { words, ground, fonts }: CardPlan,
): Promise<Outcome<Uint8Array, PictureRefusal>> {
  const inside = PART_PX - 2 * PICTURE_MARGIN_PX
  const shown = await sharp(picture)
    .resize({ width: inside, height: inside, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null)
  if (shown === null) return refused({ reason: 'damaged' })
  const { width, height } = shown.info
  const part = { width: PART_PX, height: PART_PX, channels: 3, background: ground } as const
  const content = await sharp({ create: { ...CARD_SIZE, channels: 3, background: PAPER } })
    .composite([
      { input: await sharp({ create: part }).png().toBuffer(), left: 0, top: 0 },
      { input: shown.data, left: middle(width), top: middle(height) },
      ...(await layWords(words, fonts)),
    ])
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return done(content)
}

function middle(side: number): number {
  return Math.floor((PART_PX - side) / 2)
}

/** The brand at the top, the title and its contest at the foot. */
async function layWords({ title, contestTitle, brand }: CardWords, fonts: string): Promise<OverlayOptions[]> {
  const width = CARD_SIZE.width - PART_PX - 2 * MARGIN_PX
  const style = (family: Lettering['family'], sizePx: number, colour: string, linesMost: number) => ({
    ...{ fonts, family, sizePx, colour, linesMost, width },
  })
  const name = await drawWords(brand, style('Fraunces', 30, INK, 1))
  const headline = await drawWords(title, style('Fraunces', 50, INK, 3))
  const contest = await drawWords(contestTitle, style('Instrument Sans', 28, QUIET, 3))
  const left = PART_PX + MARGIN_PX
  const laid = name ? [{ input: name.content, left, top: MARGIN_PX }] : []
  let foot = CARD_SIZE.height - MARGIN_PX
  for (const words of [contest, headline].filter((drawn): drawn is DrawnWords => drawn !== null)) {
    laid.push({ input: words.content, left, top: foot - words.height })
    foot -= words.height + GAP_PX
  }
  return laid
}
