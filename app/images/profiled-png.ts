import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE_AND_HEADER_BYTES = 8 + 25

/** The same PNG with an ICC profile in it, where a profile must stand: before the pixels. */
export function withProfile(png: Buffer, icc: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('iCCPmeant\0\0', 'latin1'), deflateSync(icc)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  const [head, rest] = [png.subarray(0, SIGNATURE_AND_HEADER_BYTES), png.subarray(SIGNATURE_AND_HEADER_BYTES)]
  return Buffer.concat([head, length, body, sum, rest])
}
