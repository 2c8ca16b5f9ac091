import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawBag } from '#db/seeds/drawings/bags.ts'
import { drawBoot } from '#db/seeds/drawings/boots.ts'
import type { View } from '#db/seeds/drawings/drawing.ts'
import { drawPoster } from '#db/seeds/drawings/posters.ts'
import { renderDrawing } from '#db/seeds/drawings/render-drawing.ts'
import { drawScarf } from '#db/seeds/drawings/scarves.ts'
import { drawShoe } from '#db/seeds/drawings/shoes.ts'
import { drawWorkshop, WORKSHOP_SCENES } from '#db/seeds/drawings/workshop.ts'

const DRAWERS = [drawShoe, drawBoot, drawBag, drawPoster, drawScarf]
const VIEWS: View[] = ['hero', 'detail', 'sketch']
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed)
const workshop = WORKSHOP_SCENES.flatMap((scene) =>
  (['shoe', 'boot', 'bag'] as const).map((craft) => drawWorkshop(scene, craft, 5)),
)
const everyDrawing = DRAWERS.flatMap((draw) => SEEDS.flatMap((seed) => VIEWS.map((view) => draw(seed, view)))).concat(
  workshop,
)

describe('the drawings of the demo', () => {
  test('the same seed gives the same picture, byte for byte', () => {
    for (const draw of DRAWERS) for (const view of VIEWS) expect(draw(7, view).svg).toBe(draw(7, view).svg)
  })

  test('every picture is at least 2400 pixels on its long side', () => {
    for (const drawing of everyDrawing) expect(Math.max(drawing.width, drawing.height)).toBeGreaterThanOrEqual(2400)
  })

  test('every picture says in English and in Italian what it shows', () => {
    for (const { alt } of everyDrawing) {
      expect(alt.en.length).toBeGreaterThan(20)
      expect(alt.it.length).toBeGreaterThan(20)
      expect(alt.en).not.toBe(alt.it)
    }
  })

  test('no picture needs a font or holds a number that is none', () => {
    for (const { svg } of everyDrawing) expect(svg).not.toMatch(/<text|font-|NaN|undefined|Infinity/)
  })

  test('sixty entries look like sixty different works', async () => {
    const small = await Promise.all(
      DRAWERS.flatMap((draw) => SEEDS.slice(0, 12).map((seed) => thumbnail(draw(seed).svg))),
    )
    for (const [index, one] of small.entries()) {
      for (const other of small.slice(index + 1)) expect(meanDifference(one, other)).toBeGreaterThan(8)
    }
  }, 60_000)

  test('a drawing becomes a picture of exactly its size in each format', async () => {
    const drawing = drawShoe(3)
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const { width, height, format: found } = await sharp(await renderDrawing(drawing, format)).metadata()
      expect([width, height, found]).toEqual([drawing.width, drawing.height, format])
    }
  })
})

/** Decoded at a size at which only composition and colour are left. */
async function thumbnail(svg: string): Promise<Buffer> {
  const little = svg.replace(/ width="\d+" height="\d+"/, ' width="48" height="48" preserveAspectRatio="none"')
  return sharp(Buffer.from(little))
    .flatten({ background: '#ffffff' })
    .resize(24, 24, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer()
}

function meanDifference(one: Buffer, other: Buffer): number {
  const total = one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0)
  return total / one.length
}
