import sharp from 'sharp'

/**
 * Shuts every reader of libvips but the four that pictures need, and those only from memory; sharp's cache would keep
 * one designer's pixels while the next one's are read.
 */
export function hardenSharp(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadHeifBuffer',
    ],
  })
  sharp.cache(false)
  sharp.concurrency(1)
}
