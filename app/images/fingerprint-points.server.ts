import { FINGERPRINT_SIDE } from './fingerprint.ts'
import { fromPixels, type Pixels, WHITE } from './picture-pixels.server.ts'

/** The lightness of a picture in 64 × 64 points, one byte each, laid on white. All of it in libvips: the decoding child compiles nothing. */
export function fingerprintPointsOf(smallest: Pixels): Promise<Uint8Array> {
  const grey = fromPixels(smallest).flatten({ background: WHITE }).greyscale()
  return grey.resize(FINGERPRINT_SIDE, FINGERPRINT_SIDE, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer()
}
