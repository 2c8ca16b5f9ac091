import { PICTURE_BYTES_MOST, type PictureRefusal, refuseHeader, type Size } from '#app/images/picture.ts'
import { RECOGNITION_BYTES, recogniseFormat } from '#app/images/recognise-format.ts'

/** What the browser itself can tell of a chosen file. */
export interface Look {
  /** A courtesy: the server looks again, and it is its word that counts. */
  refusal: PictureRefusal | null
  preview: ImageBitmap | null
  /** In hex; null where the browser does not compute it, as over plain http. */
  sha256: string | null
}

/** Twice the widest place that shows it. */
const PREVIEW_SIDE_PX = 320

/**
 * Reads the first bytes, then the pixels. Only what the bytes say is a picture we take is decoded, into a bitmap and never as a
 * document: an SVG is looked at no further.
 */
export async function lookAtFile(file: Blob, least?: Size): Promise<Look> {
  const nothing = { refusal: null, preview: null, sha256: null }
  if (file.size > PICTURE_BYTES_MOST) {
    return { ...nothing, refusal: { reason: 'too-many-bytes', most: PICTURE_BYTES_MOST } }
  }
  try {
    const found = recogniseFormat(new Uint8Array(await file.slice(0, RECOGNITION_BYTES).arrayBuffer()))
    if ('refusal' in found) return { ...nothing, refusal: found.refusal }
    const { format } = found
    const whole = await createImageBitmap(file).catch(() => null)
    if (!whole) return { ...nothing, sha256: await digest(file) }
    const { width, height } = whole
    const header = { format, width, height, channels: 3, bytesPerSample: 1, interlaced: false, frames: 1 }
    const preview = await shrink(whole)
    whole.close()
    return { refusal: refuseHeader(header, least), preview, sha256: await digest(file) }
  } catch {
    // Unreadable at this moment; sending it will tell.
    return nothing
  }
}

async function shrink(whole: ImageBitmap): Promise<ImageBitmap> {
  const scale = Math.min(1, PREVIEW_SIDE_PX / Math.min(whole.width, whole.height))
  const resizeWidth = Math.max(1, Math.round(whole.width * scale))
  const resizeHeight = Math.max(1, Math.round(whole.height * scale))
  return createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: 'high' })
}

async function digest(file: Blob): Promise<string | null> {
  if (!crypto.subtle) return null
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
