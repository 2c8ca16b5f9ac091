import { expect, test } from 'vitest'
import type { PictureView } from '#app/images/picture.ts'
import { sizesInBox, srcSetOf } from '#app/ui/picture-sources.ts'

test('a picture offers each width it really has once', () => {
  expect(srcSetOf(aPicture(3000, 2000), 'avif')).toBe(
    '/pictures/p1/320.avif 320w, /pictures/p1/640.avif 640w, /pictures/p1/960.avif 960w, /pictures/p1/1920.avif 1920w',
  )
  expect(srcSetOf(aPicture(700, 500), 'webp')).toBe(
    '/pictures/p1/320.webp 320w, /pictures/p1/640.webp 640w, /pictures/p1/960.webp 700w',
  )
  // A rendition is at most twice as tall as it is wide, so a banner is narrower than its renditions' names.
  expect(srcSetOf(aPicture(400, 4000), 'webp')).toBe(
    '/pictures/p1/320.webp 64w, /pictures/p1/640.webp 128w, /pictures/p1/960.webp 192w, /pictures/p1/1920.webp 384w',
  )
})

test('what covers a box is fetched as wide as it is drawn, and what is contained no wider', () => {
  const wide = aPicture(3000, 1000)
  expect(sizesInBox('5rem', wide, 'cover', 1)).toBe('calc(5rem * 3.00)')
  expect(sizesInBox('(min-width: 64rem) 30vw, 90vw', wide, 'cover', 1.5)).toBe(
    '(min-width: 64rem) calc(30vw * 2.00), calc(90vw * 2.00)',
  )
  expect(sizesInBox('5rem', aPicture(1000, 3000), 'cover', 1)).toBe('5rem')
  expect(sizesInBox('12rem', aPicture(1000, 2000), 'contain', 1)).toBe('calc(12rem * 0.50)')
})

function aPicture(width: number, height: number): PictureView {
  return { id: 'p1', width, height, blur: '', ground: '#ffffff', shownOn: null, avif: 1, full: 0, alt: 'A clog' }
}
