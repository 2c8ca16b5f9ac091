import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentOnGrounds, contrast } from '#app/ui/accent.ts'

const PAPERS = ['#f6f3ec', '#ece8de', '#fcfaf6']
const LAMP_BLACKS = ['#141311', '#0d0c0b', '#1e1c1a']

test('any brand colour can be read on paper and on lamp-black', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const { onPaper, onLamp } = accentOnGrounds(`#${number.toString(16).padStart(6, '0')}`)
      for (const ground of PAPERS) expect(contrast(onPaper, ground)).toBeGreaterThanOrEqual(4.5)
      for (const ground of LAMP_BLACKS) expect(contrast(onLamp, ground)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour that can be read already is left as the brand gave it', () => {
  expect(accentOnGrounds('#8a1f0f').onPaper).toBe('#8a1f0f')
  expect(accentOnGrounds('#F2B04A').onLamp).toBe('#f2b04a')
})

test('black on white has the contrast that WCAG gives it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
