import { join } from 'node:path'
import sharp from 'sharp'
import { CARD_FONT_FILES } from './card-fonts.server.ts'
import type { Size } from './picture.ts'

export interface Lettering {
  /** The folder that `prepareCardFonts` filled. */
  fonts: string
  family: 'Fraunces' | 'Instrument Sans'
  sizePx: number
  colour: string
  width: number
  linesMost: number
}

export interface DrawnWords extends Size {
  /** PNG with transparent ground. */
  content: Buffer
}

/** What Pango's markup, which is XML, cannot hold in any spelling. */
const NO_LETTERS = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' }

/** Words in as many lines as they need, or as many as may be and an ellipsis; null when there is nothing in them to draw. */
export async function drawWords(words: string, lettering: Lettering): Promise<DrawnWords | null> {
  const letters = words.replace(NO_LETTERS, ' ').replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(letters)) return null
  const tall = await draw(Array(lettering.linesMost).fill('Ág').join('\n'), lettering)
  const fits = ({ height, width }: Size) => height <= tall.height * TALLER_SCRIPTS && width <= lettering.width
  const whole = await draw(letters, lettering)
  if (fits(whole)) return whole
  const graphemes = [...new Intl.Segmenter().segment(letters)].map(({ segment }) => segment)
  let [least, most] = [0, graphemes.length - 1]
  let longest = await draw('…', lettering)
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    const tried = await draw(`${graphemes.slice(0, middle).join('').trimEnd()}…`, lettering)
    if (fits(tried)) [least, longest] = [middle, tried]
    else most = middle - 1
  }
  return longest
}

/** Accents above and below the tallest of ours, without letting one more line in. */
const TALLER_SCRIPTS = 1.12

async function draw(text: string, { fonts, family, sizePx, colour, width }: Lettering): Promise<DrawnWords> {
  await knowFonts(fonts)
  const markup = `<span foreground="${colour}">${text.replace(/[&<>'"]/g, (sign) => ENTITIES[sign] ?? '')}</span>`
  const { data, info } = await drawing(markup, { fonts, family, sizePx, width })
  return { content: data, width: info.width, height: info.height }
}

let known: Promise<void> | null = null

/** A font file is known to a process from its first use on, and one use names one file. */
function knowFonts(fonts: string): Promise<void> {
  known ??= (async () => {
    for (const file of CARD_FONT_FILES) await drawing('a', { fonts, family: 'Fraunces', sizePx: 12, width: 100, file })
  })()
  return known
}

type Drawing = Pick<Lettering, 'fonts' | 'family' | 'sizePx' | 'width'> & { file?: string }

function drawing(markup: string, { fonts, family, sizePx, width, file = CARD_FONT_FILES[2] }: Drawing) {
  const fontfile = join(fonts, `${file}.ttf`)
  // At 72 dots per inch a point is a pixel.
  const text = { text: markup, font: `${family} ${sizePx}`, fontfile, width, dpi: 72, rgba: true } as const
  return sharp({ text: { ...text, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true })
}
