import sharp from 'sharp'
import type { Drawing } from './drawing.ts'

/** The only place where a drawing becomes pixels. Fast settings: the demo renders a few hundred of these at its start. */
export async function renderDrawing(drawing: Drawing, format: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> {
  const picture = sharp(Buffer.from(drawing.svg)).flatten({ background: '#ffffff' })
  if (format === 'png') return picture.png({ compressionLevel: 3, adaptiveFiltering: false }).toBuffer()
  if (format === 'webp') return picture.webp({ quality: 86, effort: 0 }).toBuffer()
  if (format === 'avif') return picture.avif({ quality: 70, effort: 0 }).toBuffer()
  return picture.jpeg({ quality: 88 }).toBuffer()
}
