import { crc32, deflateSync } from 'node:zlib'

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The signature and IHDR, which always come first. */
export const PNG_HEAD_BYTES = PNG_SIGNATURE.length + 25

export function pngChunk(type: string, content: Buffer, crcIsWrong = false): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE((crc32(body) ^ (crcIsWrong ? 1 : 0)) >>> 0, 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

export const PNG_END = pngChunk('IEND', Buffer.alloc(0))

export interface PngClaim {
  width: number
  height: number
  bitDepth?: number
  colourType?: number
  interlaced?: boolean
}

export function pngHead({ width, height, bitDepth = 8, colourType = 2, interlaced = false }: PngClaim): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitDepth, colourType, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', header)])
}

/** A PNG of a few dozen bytes whose header claims whatever it likes. */
export function lyingPng(claim: PngClaim): Buffer {
  return Buffer.concat([pngHead(claim), pngChunk('IDAT', deflateSync(Buffer.alloc(64))), PNG_END])
}

/** A whole PNG of one colour, as small as its size allows. */
export function flatPng(claim: PngClaim, bytesPerPixel: number): Buffer {
  const pixels = deflateSync(Buffer.alloc((claim.width * bytesPerPixel + 1) * claim.height), { level: 9 })
  return Buffer.concat([pngHead(claim), pngChunk('IDAT', pixels), PNG_END])
}

/** A PNG with chunks slipped in before its pixels. */
export function withChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, PNG_HEAD_BYTES), ...chunks, png.subarray(PNG_HEAD_BYTES)])
}
