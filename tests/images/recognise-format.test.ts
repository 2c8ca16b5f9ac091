import { expect, test } from 'vitest'
import { recogniseFormat } from '#app/images/recognise-format.ts'
import { isoMedia } from '../../scripts/hostile/iso-bytes.ts'
import { lyingPng } from '../../scripts/hostile/png-bytes.ts'
import { fourCorners } from './sample-files.ts'

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a real %s is recognised by its bytes', async (format) => {
  expect(recogniseFormat(await fourCorners(64, 64).toFormat(format).toBuffer())).toEqual({ format })
})

test.each([
  ['gif', 'GIF'],
  ['tiff', 'TIFF'],
] as const)('a real %s is refused by its name', async (format, name) => {
  const file = await fourCorners(64, 64).toFormat(format).toBuffer()
  expect(recogniseFormat(file)).toEqual({ refusal: { reason: 'format-not-accepted', format: name } })
})

test.each([
  ['HEIC', isoMedia('heic', 'mif1', 'heic'), 'heic-not-readable'],
  ['HEIC under its general brand', isoMedia('mif1', 'mif1', 'heic'), 'heic-not-readable'],
  ['an AVIF sequence', isoMedia('avis', 'avis', 'msf1'), 'animated'],
  ['a film', isoMedia('mp42', 'isom'), 'not-a-picture'],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg-not-accepted'],
  ['an SVG behind an XML head', text('\ufeff<?xml version="1.0"?><!-- drawn --><svg >'), 'svg-not-accepted'],
  ['a page', text('<!doctype html><svg>'), 'not-a-picture'],
  ['nothing', new Uint8Array(), 'not-a-picture'],
  ['a ftyp box that lies about its length', Buffer.concat([isoMedia('x').subarray(0, 8)]), 'not-a-picture'],
])('%s is refused', (_what, head, reason) => {
  expect(recogniseFormat(head)).toMatchObject({ refusal: { reason } })
})

test('AVIF under its general brand is AVIF', () => {
  expect(recogniseFormat(isoMedia('mif1', 'mif1', 'avif'))).toEqual({ format: 'avif' })
})

test('only the head decides: a PNG with a page behind it is a PNG', () => {
  const file = Buffer.concat([lyingPng({ width: 9, height: 9 }), text('<script>alert(1)</script>')])
  expect(recogniseFormat(file)).toEqual({ format: 'png' })
})

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}
