import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareCardFonts } from '#app/images/card-fonts.server.ts'
import { drawWords, type Lettering } from '#app/images/draw-words.server.ts'

let fonts: string

beforeAll(async () => {
  fonts = await mkdtemp(join(tmpdir(), 'placet-fonts-'))
  await prepareCardFonts(fonts)
})
afterAll(() => rm(fonts, { recursive: true, force: true }))

const draw = (words: string, { family = 'Fraunces' }: { family?: Lettering['family'] } = {}) =>
  drawWords(words, { fonts, family, sizePx: 50, colour: '#000000', width: 400, linesMost: 1 })

async function pixelsOf(words: string) {
  const drawn = await draw(words)
  return drawn && sharp(drawn.content).raw().toBuffer()
}

test('words that are too long end after a whole one, without the comma behind it', async () => {
  expect(await pixelsOf('The road, homewards again and again')).toEqual(await pixelsOf('The road…'))
})

test('one word that is too long is cut where it must be', async () => {
  const drawn = await draw('W'.repeat(60))
  expect(drawn?.width).toBeGreaterThan(300)
})

test.each(['Παπούτσια για τη βροχή', '靴のデザイン', 'Shoe 靴'])(
  'words in letters that our fonts do not have are left off whole: %s',
  async (words) => {
    expect(await draw(words)).toBeNull()
  },
)

test('signs that our fonts do not have are left out, and the words stay', async () => {
  expect(await pixelsOf('A shoe 👟')).toEqual(await pixelsOf('A shoe'))
})

test.each(['ź', 'Ś', 'ć', 'ń', 'ā', 'Ũ'])(
  'words with %s are set in the family that puts its accent over it',
  async (letter) => {
    const [asked, sans] = [await draw(`Lo ${letter}`), await draw(`Lo ${letter}`, { family: 'Instrument Sans' })]
    expect(asked?.content).toEqual(sans?.content)
  },
)

test.each(['è', 'ł', 'ő', 'ż'])('words with %s stay in their own', async (letter) => {
  const [asked, sans] = [await draw(`Lo ${letter}`), await draw(`Lo ${letter}`, { family: 'Instrument Sans' })]
  expect(asked?.content).not.toEqual(sans?.content)
})

test('a letter is the same whether its accent comes with it or after it', async () => {
  expect(await pixelsOf('perche\u0301')).toEqual(await pixelsOf('perch\u00e9'))
})
