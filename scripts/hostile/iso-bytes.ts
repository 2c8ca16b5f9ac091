/** The first box of an ISO media file (HEIC, AVIF) and nothing that a decoder could use. */
export function isoMedia(brand: string, ...compatible: string[]): Buffer {
  return Buffer.concat([
    isoBox('ftyp', Buffer.from([brand, '\0\0\0\0', ...compatible].join(''), 'latin1')),
    Buffer.alloc(2000),
  ])
}

export function isoBox(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.from(`\0\0\0\0${type}`, 'latin1')
  head.writeUInt32BE(8 + body.length, 0)
  return Buffer.concat([head, body])
}

/** The same AVIF, whose first `ispe` property claims another size. */
export function claimingExtent(avif: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const at = avif.indexOf('ispe', 0, 'latin1')
  if (at < 0) throw new Error('this AVIF does not say its size')
  const lying = Buffer.from(avif)
  lying.writeUInt32BE(width, at + 8)
  lying.writeUInt32BE(height, at + 12)
  return lying
}
