import sharp, { type Sharp } from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { fingerprintHash } from '#app/images/fingerprint.ts'
import { fingerprintPointsOf } from '#app/images/fingerprint-points.server.ts'
import type { Likeness } from '#app/images/likeness.ts'
import { beginSearch, HASH_DISTANCE_MOST, lookAgain, nearestBits } from '#app/images/near-search.ts'
import { unpack } from '#app/images/picture-pixels.server.ts'
import { drawPoster } from '#db/seeds/drawings/posters.ts'
import { renderDrawing } from '#db/seeds/drawings/render-drawing.ts'

const SIDE = 400
let poster: Buffer
let other: Buffer

beforeAll(async () => {
  poster = await sharp(await renderDrawing(drawPoster(1), 'png'))
    .resize(SIDE)
    .png()
    .toBuffer()
  other = await sharp(await renderDrawing(drawPoster(2), 'png'))
    .resize(SIDE)
    .png()
    .toBuffer()
})

test('a picture made smaller, in other colours and pressed hard, is found at a small distance', async () => {
  const copy = sharp(poster).resize(200).modulate({ hue: 120, saturation: 0.7 }).linear(0.8, 20).jpeg({ quality: 40 })
  expect((await likeness(copy))?.distance).toBeLessThan(6)
})

test('a mirrored picture is found, and it is told that it is mirrored', async () => {
  expect((await likeness(sharp(poster).flop()))?.ways).toEqual(['mirrored'])
})

test('a picture turned by four degrees is found, and it is told that it is turned', async () => {
  const ways = (await likeness(sharp(poster).rotate(4, { background: '#ffffff' })))?.ways
  expect(ways).toContain('turned')
  expect(ways).not.toContain('mirrored')
})

test('a picture of which 5 % is cut off on all sides is found, and it is told that it is cut', async () => {
  const { width, height } = await sharp(poster).metadata()
  const box = { left: width / 20, top: height / 20, width: width * 0.9, height: height * 0.9 }
  const cut = sharp(poster).extract({
    ...{ left: Math.round(box.left), top: Math.round(box.top) },
    ...{ width: Math.round(box.width), height: Math.round(box.height) },
  })
  expect((await likeness(cut))?.ways).toEqual(['cut'])
})

test('a negative is found, and it is told that it is one', async () => {
  expect((await likeness(sharp(poster).negate({ alpha: false })))?.ways).toEqual(['inverted'])
})

test('another poster of the same hand is not taken for a copy', async () => {
  expect(await likeness(sharp(other))).toBeNull()
})

test('an empty sheet is like nothing, not even like another empty sheet', async () => {
  const sheet = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#f0f0f0' } }).png()
  const points = await pointsOf(sheet)
  expect(lookAgain(search(points), fingerprintHash(points), points)).toBeNull()
})

test('what is transparent counts as white', async () => {
  const drawn = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><circle cx="90" cy="150" r="60"/></svg>',
  )
  const onWhite = await pointsOf(sharp(drawn).flatten({ background: '#ffffff' }))
  expect(Buffer.from(await pointsOf(sharp(drawn)))).toEqual(Buffer.from(onWhite))
})

/** What is said of this picture when the poster is the one that is kept. */
async function likeness(picture: Sharp): Promise<Likeness | null> {
  const kept = await pointsOf(sharp(poster))
  const found = search(await pointsOf(picture))
  const hash = fingerprintHash(kept)
  return nearestBits(found, hash) <= HASH_DISTANCE_MOST ? lookAgain(found, hash, kept) : null
}

async function pointsOf(picture: Sharp): Promise<Uint8Array> {
  return fingerprintPointsOf(await unpack(sharp(await picture.png().toBuffer())))
}

function search(points: Uint8Array) {
  return beginSearch(points, 0.8)
}
