import { type FileHandle, open } from 'node:fs/promises'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { PICTURE_BYTES_MOST, type PictureFormat, type PictureRefusal } from './picture.ts'
import { RECOGNITION_BYTES, recogniseFormat } from './recognise-format.ts'

/** Far more than any real PNG has before its pixels. */
const PNG_CHUNKS_MOST = 1000

/**
 * The first door, in the web process: size and format from the file's own bytes, by reading a few of them. Nothing is
 * decoded here; what only a decoder can tell is judged by `refuseHeader` in the decoding child.
 */
export async function inspectPicture(path: string): Promise<Outcome<PictureFormat, PictureRefusal>> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > PICTURE_BYTES_MOST) return refused({ reason: 'too-many-bytes', most: PICTURE_BYTES_MOST })
    const recognised = recogniseFormat(await readAt(file, 0, RECOGNITION_BYTES))
    if ('refusal' in recognised) return refused(recognised.refusal)
    if (recognised.format === 'png' && (await isAnimatedPng(file))) return refused({ reason: 'animated' })
    return done(recognised.format)
  } finally {
    await file.close()
  }
}

/** libvips shows the first frame of an animated PNG and says nothing, so its `acTL` chunk is looked for here. */
async function isAnimatedPng(file: FileHandle): Promise<boolean> {
  let position = 8
  for (let chunk = 0; chunk < PNG_CHUNKS_MOST; chunk++) {
    const head = await readAt(file, position, 8)
    if (head.length < 8) return false
    const type = head.toString('latin1', 4, 8)
    if (type === 'acTL') return true
    if (type === 'IDAT' || type === 'IEND') return false
    position += 12 + head.readUInt32BE(0)
  }
  return false
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
