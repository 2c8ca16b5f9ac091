import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { CARD_FONT_FILES } from './card-fonts.server.ts'
import { lettersIn } from './font-letters.server.ts'
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

/** A word as long as this may be cut: without it too much of the line would be empty. */
const WHOLE_WORD_MOST = 20

/**
 * Words in as many lines as they need, or as many as may be and an ellipsis; null when there is nothing in them to draw. Words in
 * letters that our fonts do not have are left off whole: which other fonts a machine has, if any, is luck, and boxes tell nobody
 * anything. What stands beside the card in a link preview says them in any letters. Signs and emoji are left out one by one.
 */
export async function drawWords(words: string, wanted: Lettering): Promise<DrawnWords | null> {
  const { all: ours, common } = await knowLetters(wanted.fonts)
  const signs = [...words.normalize('NFC').replace(NO_LETTERS, ' ').replace(/\s+/g, ' ')]
  if (signs.some((sign) => /[\p{L}\p{N}\p{M}]/u.test(sign) && !ours.has(sign.codePointAt(0) ?? 0))) return null
  const drawn = signs.filter((sign) => ours.has(sign.codePointAt(0) ?? 0)).join('')
  const letters = drawn.replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(letters)) return null
  const lettering = { ...wanted, family: familyFor(signs, common, wanted.family) }
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
  const cut = graphemes.slice(0, least)
  const lastSpace = graphemes[least] === ' ' ? least : cut.lastIndexOf(' ')
  if (lastSpace <= 0 || least - lastSpace > WHOLE_WORD_MOST) return longest
  return draw(
    `${graphemes
      .slice(0, lastSpace)
      .join('')
      .replace(/[\s,;:.–—-]+$/u, '')}…`,
    lettering,
  )
}

/** Accents above and below the tallest of ours, without letting one more line in. */
const TALLER_SCRIPTS = 1.12

async function draw(text: string, { fonts, family, sizePx, colour, width }: Lettering): Promise<DrawnWords> {
  await knowFonts(fonts)
  const markup = `<span foreground="${colour}">${text.replace(/[&<>'"]/g, (sign) => ENTITIES[sign] ?? '')}</span>`
  const { data, info } = await drawing(markup, { fonts, family, sizePx, width })
  return { content: data, width: info.width, height: info.height }
}

/** The letters of all our fonts, and of the one that titles are first looked for in. */
let ourLetters: Promise<{ all: Set<number>; common: Set<number> }> | null = null

function knowLetters(fonts: string): Promise<{ all: Set<number>; common: Set<number> }> {
  ourLetters ??= Promise.all(
    CARD_FONT_FILES.map(async (file) => lettersIn(await readFile(join(fonts, `${file}.ttf`)))),
  ).then((files) => ({
    all: new Set(files.flatMap((letters) => [...letters])),
    common: files[CARD_FONT_FILES.indexOf(COMMON_LETTERS)] ?? new Set<number>(),
  }))
  return ourLetters
}

const COMMON_LETTERS = 'fraunces-latin-400-normal'

/**
 * Pango makes a “ź” out of z and an accent where a font has these two and not the letter itself, and Fraunces, cut into two files, lost
 * the places of its accents: they fall beside the letters. Words with such a letter are set in our other family, which has kept them.
 */
function familyFor(signs: string[], common: Set<number>, wanted: Lettering['family']): Lettering['family'] {
  const has = (sign: string) => common.has(sign.codePointAt(0) ?? 0)
  const fallsApart = (sign: string) => !has(sign) && [...sign.normalize('NFD')].every(has)
  return signs.some(fallsApart) ? 'Instrument Sans' : wanted
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
