import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPictureWorkshop, type PictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { avifOf, extent, gridOf, mirrored, type Property, packedAs, takeApart, turned } from './avif-parts.ts'
import { CORNERS, fourCorners, quarters } from './sample-files.ts'

/** AVIF says how it is held in properties of its own, not in EXIF, and large ones are put together from tiles. */
let folder: string
let workshop: PictureWorkshop

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-turned-'))
  workshop = await openPictureWorkshop({ uploadsDir: folder, workers: 1 })
})

afterAll(async () => {
  await workshop.close()
  await rm(folder, { recursive: true })
})

const WIDTH = 640
const HEIGHT = 400

test.each<[string, Property[], (image: Sharp) => Sharp]>([
  ['turned by a quarter', [turned(1)], (image) => image.rotate(90)],
  ['turned by half', [turned(2)], (image) => image.rotate(180)],
  ['turned by three quarters', [turned(3)], (image) => image.rotate(270)],
  ['mirrored from left to right', [mirrored(1)], (image) => image.flop()],
  ['mirrored from top to bottom', [mirrored(0)], (image) => image.flip()],
])('an AVIF that says that it is %s is shown the right way', async (_what, held, turnBack) => {
  const upright = sharp(await fourCorners(WIDTH, HEIGHT).png().toBuffer())
  const stored = await turnBack(upright).png().toBuffer({ resolveWithObject: true })
  const parts = takeApart(await avif(sharp(stored.data)))
  const { width, height } = stored.info
  const properties = [extent(width, height), packedAs(parts), ...held]
  await expectShown(avifOf([{ type: 'av01', content: parts.pixels, properties }]))
})

test('an AVIF of tiles that stand beside it, as many programs write it, is one whole picture and none that moves', async () => {
  const whole = await fourCorners(WIDTH, HEIGHT).png().toBuffer()
  const [width, height] = [WIDTH / 2, HEIGHT / 2]
  const places = [0, height].flatMap((top) => [0, width].map((left) => ({ left, top, width, height })))
  const tiles = await Promise.all(
    places.map(async (place) => {
      const parts = takeApart(await avif(sharp(whole).extract(place)))
      return { type: 'av01' as const, content: parts.pixels, properties: [extent(width, height), packedAs(parts)] }
    }),
  )
  const content = gridOf(2, 2, WIDTH, HEIGHT)
  const grid = { type: 'grid' as const, content, properties: [extent(WIDTH, HEIGHT)], tiles: [1, 2, 3, 4] }
  await expectShown(avifOf([...tiles, grid]))
})

function avif(image: Sharp): Promise<Buffer> {
  return image.avif({ quality: 90, effort: 0 }).toBuffer()
}

async function expectShown(file: Buffer): Promise<void> {
  const path = join(folder, 'file')
  await writeFile(path, file)
  const outcome = await workshop.inspectAndRender(path)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  expect(outcome.value).toMatchObject({ width: WIDTH, height: HEIGHT })
  for (const { name, content } of outcome.value.renditions) {
    const found = await quarters(content)
    for (const [place, colour] of Object.entries(CORNERS)) {
      const far = colour.map((value, channel) =>
        Math.abs(value - (found[place as keyof typeof CORNERS][channel] ?? 999)),
      )
      expect(Math.max(...far), `${name}, ${place}: ${found[place as keyof typeof CORNERS]}`).toBeLessThanOrEqual(14)
    }
  }
}
