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
  ['RAW', tiff([0x00fe, 1], [0x010f, 0], [0x014a, 0])],
  ['RAW', tiff([0xc612, 0x0401])],
  ['TIFF', tiff([0x00fe, 0], [0x010f, 0], [0x014a, 0])],
  ['TIFF', tiff()],
  ['TIFF', Buffer.from('II*\0\xff\xff\xff\xff', 'latin1')],
  ['CR2 (RAW)', Buffer.from('II*\0\x10\0\0\0CR\x02\0', 'latin1')],
  ['CR3 (RAW)', isoMedia('crx ', 'crx ', 'isom')],
  ['RAF (RAW)', text('FUJIFILMCCD-RAW 0201')],
  ['JPEG 2000', Buffer.from([0xff, 0x4f, 0xff, 0x51, 0, 0x2f])],
  ['EPS', Buffer.from([0xc5, 0xd0, 0xd3, 0xc6, 0x20])],
  ['XCF', text('gimp xcf v011')],
  ['PNM', text('P6\n600 400\n255\n')],
  ['ICO', Buffer.from([0, 0, 1, 0, 2, 0])],
  ['PNG (CgBI)', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x04CgBI', 'latin1')],
  ['AVIF (mif3)', isoMedia('mif3', 'avif')],
])('%s is refused by its name', (format, head) => {
  expect(recogniseFormat(head)).toEqual({ refusal: { reason: 'format-not-accepted', format } })
})

test.each([
  ['HEIC', isoMedia('heic', 'mif1', 'heic'), 'heic-not-readable'],
  ['HEIC under its general brand', isoMedia('mif1', 'mif1', 'heic'), 'heic-not-readable'],
  ['an AVIF sequence', isoMedia('avis', 'avis', 'msf1'), 'animated'],
  ['a film', isoMedia('mp42', 'isom'), 'not-a-picture'],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg-not-accepted'],
  ['an SVG behind an XML head', text('\ufeff<?xml version="1.0"?><!-- drawn --><svg >'), 'svg-not-accepted'],
  ['an SVG whose names have a prefix', text('<?xml version="1.0"?><s:svg xmlns:s="x">'), 'svg-not-accepted'],
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

/** A directory of numbers and nothing else, as big-endian cameras write it. */
function tiff(...tags: [tag: number, value: number][]): Buffer {
  const file = Buffer.alloc(10 + 12 * tags.length)
  file.write('MM\0*\0\0\0\x08', 'latin1')
  file.writeUInt16BE(tags.length, 8)
  tags.forEach(([tag, value], entry) => {
    file.writeUInt16BE(tag, 10 + 12 * entry)
    file.writeUInt16BE(4, 12 + 12 * entry)
    file.writeUInt32BE(1, 14 + 12 * entry)
    file.writeUInt32BE(value, 18 + 12 * entry)
  })
  return file
}
