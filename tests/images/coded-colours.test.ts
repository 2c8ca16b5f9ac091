import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readCodedColours } from '#app/images/coded-colours.ts'
import { shownLight } from '#app/images/shown-light.ts'
import { isoBox } from '../../scripts/hostile/iso-bytes.ts'
import { pngChunk, withChunks } from '../../scripts/hostile/png-bytes.ts'
import { withCodes } from './avif-parts.ts'

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })

describe('codes for colours', () => {
  test('are read from a PNG and from an AVIF', async () => {
    const png = withChunks(await picture().png().toBuffer(), pngChunk('cICP', Buffer.from([9, 18, 0, 1])))
    expect(readCodedColours(png)).toEqual({ primaries: 'bt2020', transfer: 'hlg' })
    const avif = await picture().avif().toBuffer()
    expect(readCodedColours(avif)).toBeNull()
    const coded = withCodes(avif, { width: 8, height: 8, primaries: 9, transfer: 1 })
    expect(readCodedColours(coded)).toEqual({ primaries: 'bt2020', transfer: 'srgb' })
  })

  test('that are not known, or cut off, say nothing', async () => {
    const png = withChunks(await picture().png().toBuffer(), pngChunk('cICP', Buffer.from([77, 88, 0, 1])))
    expect(readCodedColours(png)).toBeNull()
    expect(readCodedColours(png.subarray(0, 45))).toBeNull()
    expect(readCodedColours(Buffer.from('RIFF\0\0\0\0WEBP'))).toBeNull()
    const nested = isoBox('meta', Buffer.alloc(4), isoBox('iprp', isoBox('ipco', isoBox('colr', Buffer.from('nclx')))))
    expect(readCodedColours(Buffer.concat([isoBox('ftyp', Buffer.from('avif')), nested]))).toBeNull()
  })

  test('a box in ten thousand others that claims no length, or too much, ends the search', () => {
    const many = Buffer.concat(Array.from({ length: 10_000 }, () => isoBox('free')))
    expect(readCodedColours(many)).toBeNull()
    const lying = isoBox('meta', Buffer.alloc(4))
    lying.writeUInt32BE(0xffffffff, 0)
    expect(readCodedColours(lying)).toBeNull()
    lying.writeUInt32BE(1, 0)
    expect(readCodedColours(lying)).toBeNull()
  })
})

describe('light of high dynamic range', () => {
  test.each(['pq', 'hlg'] as const)('in %s always grows and never passes white', (transfer) => {
    const shown = Array.from({ length: 257 }, (_, step) => shownLight(step / 256, transfer))
    expect(shown[0]).toBeCloseTo(0, 5)
    expect(Math.max(...shown)).toBeLessThanOrEqual(1)
    expect(shown).toEqual(shown.toSorted((one, other) => one - other))
  })

  test('paper white is nearly white, and what is half as bright is left alone', () => {
    expect(shownLight(0.5807, 'pq')).toBeCloseTo(0.816, 2)
    expect(shownLight(0.75, 'hlg')).toBeCloseTo(0.816, 2)
    expect(shownLight(0.5086, 'pq')).toBeCloseTo(0.5, 1)
  })
})
