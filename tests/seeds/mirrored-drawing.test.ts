import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawBag } from '#db/seeds/drawings/bags.ts'
import { mirroredDrawing } from '#db/seeds/drawings/mirrored-drawing.ts'
import { renderDrawing } from '#db/seeds/drawings/render-drawing.ts'

test('a mirrored drawing is the drawing with left and right changed over', async () => {
  const drawing = drawBag(41)
  const seen = async (file: Buffer) => sharp(file).resize(60).greyscale().raw().toBuffer()
  const flopped = await seen(
    await sharp(await renderDrawing(drawing, 'png'))
      .flop()
      .png()
      .toBuffer(),
  )
  const mirrored = await seen(await renderDrawing(mirroredDrawing(drawing), 'png'))
  const apart = mirrored.map((value, at) => Math.abs(value - (flopped[at] ?? 0)))
  expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(3)
})
