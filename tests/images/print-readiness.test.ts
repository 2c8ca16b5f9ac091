import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Size } from '#app/images/picture.ts'
import type { PrintFacts } from '#app/images/print-facts.ts'
import { judgePrint, pixelsToEnter, viewingDistanceMm } from '#app/images/print-readiness.ts'
import { PRINT_BLEED_MM, PRINT_PPI, PRINT_SIDE_MM, type PrintWish, pixelsAsked } from '#app/images/print-wish.ts'

const PLAIN: PrintFacts = { colourSpace: 'srgb', profileName: '', bitDepth: 8, transparent: 0 }
const SHIRT: PrintWish = { widthMm: 280, heightMm: 350, bleedMm: 0, ppi: 300, colour: 'any' }

const judge = (size: Size, wish: Partial<PrintWish> = {}, facts: Partial<PrintFacts> = {}) =>
  judgePrint({ ...size, ...PLAIN, ...facts }, { ...SHIRT, ...wish })

describe('how sharp a picture prints', () => {
  test('a picture of exactly what is asked is sharp, and nothing is to be done', () => {
    expect(pixelsAsked(SHIRT)).toEqual({ width: 3307, height: 4134 })
    expect(judge({ width: 3307, height: 4134 })).toMatchObject({ sharpness: 'sharp', cut: 0, advice: [] })
  })

  test.each([
    [3307, 'sharp'],
    [3290, 'acceptable'],
    [1654, 'acceptable'],
    [1640, 'soft'],
  ])('%i of 3,307 pixels are %s', (width, sharpness) => {
    const { advice, ...judged } = judge({ width, height: Math.round(width * 1.25) })
    expect(judged.sharpness).toBe(sharpness)
    expect(advice.includes('export-larger')).toBe(sharpness !== 'sharp')
  })

  test('half of the pixels are sharp at half the width and soft from the whole on', () => {
    const { sharpUpToMm, softFromMm } = judge({ width: 1654, height: 2067 })
    expect([Math.round(sharpUpToMm), Math.round(softFromMm)]).toEqual([140, 280])
  })

  test('an eye tells pixels apart at 29 cm in 300 ppi and at 58 in 150', () => {
    expect([300, 150].map((ppi) => Math.round(viewingDistanceMm(ppi) / 10))).toEqual([29, 58])
  })
})

describe('the shape of a picture', () => {
  test('is turned when that fits better', () => {
    expect(judge({ width: 4134, height: 3307 })).toMatchObject({ turned: true, cut: 0, sharpness: 'sharp' })
  })

  test('is cut where it juts out, and the narrower side decides how sharp it is', () => {
    const { cut, cutAt, ppi, advice } = judge({ width: 3307, height: 6000 })
    expect(cut).toBeCloseTo(1 - 4134 / 6000, 3)
    expect([cutAt, Math.round(ppi), advice]).toEqual(['top-and-bottom', 300, ['change-shape']])
    expect(judge({ width: 4100, height: 4134 }).cutAt).toBe('sides')
  })
})

describe('bleed', () => {
  const BLEED = { bleedMm: 3 }

  test('is there when the picture has the shape of the print with it', () => {
    expect(judge({ width: 3378, height: 4205 }, BLEED)).toMatchObject({ sharpness: 'sharp', advice: [] })
  })

  test('is missing when the picture ends at the cut', () => {
    expect(judge({ width: 3307, height: 4134 }, BLEED)).toMatchObject({ sharpness: 'sharp', advice: ['add-bleed'] })
  })

  test('is for the designer to check where the shape cannot tell', () => {
    const square = { ...BLEED, widthMm: 300, heightMm: 300 }
    expect(judge({ width: 4000, height: 4000 }, square).advice).toEqual(['check-bleed'])
  })
})

describe('colours', () => {
  const advice = (wish: PrintWish['colour'], facts: Partial<PrintFacts>) =>
    judge({ width: 3307, height: 4134 }, { colour: wish }, facts).advice

  test.each<[PrintWish['colour'], Partial<PrintFacts>, string[]]>([
    ['any', {}, []],
    ['cmyk', {}, ['convert-to-cmyk']],
    ['cmyk', { colourSpace: 'cmyk', profileName: 'ISO Coated v2' }, []],
    ['cmyk', { colourSpace: 'cmyk' }, ['embed-profile']],
    ['rgb', { colourSpace: 'cmyk' }, ['convert-to-rgb']],
    ['rgb', { colourSpace: 'rgb', profileName: 'Display P3' }, []],
    ['any', { transparent: 1 }, ['lay-on-ground']],
  ])('%s is wanted of %j: %j', (wish, facts, expected) => {
    expect(advice(wish, facts)).toEqual(expected)
  })
})

const wishes = fc.record({
  widthMm: fc.integer({ min: PRINT_SIDE_MM.least, max: PRINT_SIDE_MM.most }),
  heightMm: fc.integer({ min: PRINT_SIDE_MM.least, max: PRINT_SIDE_MM.most }),
  bleedMm: fc.integer({ min: PRINT_BLEED_MM.least, max: PRINT_BLEED_MM.most }),
  ppi: fc.constantFrom(...PRINT_PPI),
  colour: fc.constant('any' as const),
})
const sizes = fc.record({ width: fc.integer({ min: 200, max: 12_000 }), height: fc.integer({ min: 200, max: 12_000 }) })

test('more pixels of the same shape are never less sharp, and turning both changes nothing', () => {
  fc.assert(
    fc.property(sizes, wishes, (size, wish) => {
      const small = judge(size, wish)
      const large = judge({ width: size.width * 2, height: size.height * 2 }, wish)
      expect(large.ppi).toBeGreaterThanOrEqual(small.ppi)
      const turned = judge(
        { width: size.height, height: size.width },
        { ...wish, widthMm: wish.heightMm, heightMm: wish.widthMm },
      )
      expect(turned.ppi).toBeCloseTo(small.ppi, 6)
      expect(small.cut).toBeGreaterThanOrEqual(0)
      expect(small.cut).toBeLessThan(1)
    }),
  )
})

test('a long thin picture is judged the same lying and standing', () => {
  const wish = { widthMm: 5, heightMm: 69, bleedMm: 1, ppi: 150 } as const
  const lying = judge({ width: 2760, height: 201 }, wish)
  const standing = judge({ width: 201, height: 2760 }, { ...wish, widthMm: 69, heightMm: 5 })
  expect(standing.ppi).toBeCloseTo(lying.ppi, 6)
})

test('what a designer is told to export can be entered, in the shape of the print', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const { width, height, isEnough } = pixelsToEnter(wish)
      expect(width * height).toBeLessThanOrEqual(52_000_000)
      expect(Math.max(width, height)).toBeLessThanOrEqual(16_383)
      if (isEnough) expect({ width, height }).toEqual(pixelsAsked(wish))
    }),
  )
})
