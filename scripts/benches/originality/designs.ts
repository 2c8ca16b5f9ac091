import sharp from 'sharp'
import { drawBag } from '#db/seeds/drawings/bags.ts'
import { drawBoot } from '#db/seeds/drawings/boots.ts'
import { count, nth, randomFrom, type Some } from '#db/seeds/drawings/drawing.ts'
import { drawPoster } from '#db/seeds/drawings/posters.ts'
import { drawScarf } from '#db/seeds/drawings/scarves.ts'
import { drawShoe } from '#db/seeds/drawings/shoes.ts'
import { dots, lineDrawing, logo, paletteSheet, stripes, templateWithPrint } from './flat-designs.ts'
import { photograph } from './photographs.ts'

/** A picture that nobody else drew, as its designer would upload it. */
export interface MadeDesign {
  name: string
  family: Family
  /** Those of one kin were made to look alike: one palette, one template with other prints. */
  kin: string
  file: Buffer
}

export type Family = 'drawing' | 'poster' | 'photograph' | 'logo' | 'line' | 'stripes' | 'dots' | 'palette' | 'template'

interface Maker {
  family: Family
  of: (seed: number) => Promise<Buffer>
  kinOf?: (seed: number) => string
}

/** The long side of the pictures; enough that nothing of them is lost in the fingerprint. */
const SIDE_PX = 720

const CRAFTS: Some<(seed: number) => { svg: string }> = [drawShoe, drawBoot, drawBag, drawScarf]
/** How many templates there are: every so many designs share one. */
const TEMPLATES = 4

const MAKERS: Some<Maker> = [
  { family: 'drawing', of: (seed) => drawn(nth(CRAFTS, seed)(seed).svg) },
  { family: 'poster', of: (seed) => drawn(drawPoster(seed).svg) },
  { family: 'photograph', of: (seed) => photograph(randomFrom('photograph', seed)) },
  { family: 'logo', of: (seed) => drawn(logo(randomFrom('logo', seed))) },
  { family: 'line', of: (seed) => drawn(lineDrawing(randomFrom('line', seed))) },
  { family: 'stripes', of: (seed) => drawn(stripes(randomFrom('stripes', seed))) },
  { family: 'dots', of: (seed) => drawn(dots(randomFrom('dots', seed))) },
  {
    family: 'palette',
    of: (seed) => drawn(paletteSheet(seed % TEMPLATES, randomFrom('palette', seed))),
    kinOf: (seed) => `palette ${seed % TEMPLATES}`,
  },
  {
    family: 'template',
    of: (seed) => drawn(templateWithPrint(seed % TEMPLATES, randomFrom('template', seed))),
    kinOf: (seed) => `template ${seed % TEMPLATES}`,
  },
]

/**
 * How to make `each` designs of every family, none of them made before it is asked for. Other `first`, other designs: what is tuned on
 * some is measured on others.
 */
export function makeDesigns(first: number, each: number): (() => Promise<MadeDesign>)[] {
  return MAKERS.flatMap(({ family, of, kinOf }) =>
    count(each).map((index) => async () => {
      const seed = first + index
      const name = `${family} ${seed}`
      return { name, family, kin: kinOf?.(seed) ?? name, file: await of(seed) }
    }),
  )
}

function drawn(svg: string): Promise<Buffer> {
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#ffffff' })
  return picture.resize(SIDE_PX, SIDE_PX, { fit: 'inside' }).png({ compressionLevel: 1 }).toBuffer()
}
