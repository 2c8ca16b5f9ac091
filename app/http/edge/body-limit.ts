const MEGABYTE = 1024 * 1024
/** Forms of words: the longest brief with all its answers is well under this. */
export const FORM_MAX_BYTES = MEGABYTE
const PICTURES_PER_UPLOAD = 6
const PICTURE_MAX_BYTES = 30 * MEGABYTE
export const UPLOAD_MAX_BYTES = PICTURES_PER_UPLOAD * PICTURE_MAX_BYTES + FORM_MAX_BYTES

/** Routes that take files end in one of these words; every other route gets the small limit. */
const UPLOAD_PATH = /\/(picture|pictures|files)(\.data)?$/

export function bodyMaxBytes(path: string, contentType: string | null): number {
  const mayUpload = UPLOAD_PATH.test(path) && contentType?.startsWith('multipart/form-data')
  return mayUpload ? UPLOAD_MAX_BYTES : FORM_MAX_BYTES
}

/** Counts the bytes as they come, since Content-Length may be missing or false, and breaks the stream past the limit. */
export function limitBody(body: ReadableStream<Uint8Array>, maxBytes: number, onOverflow: () => void) {
  let bytes = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        if (bytes <= maxBytes) return controller.enqueue(chunk)
        onOverflow()
        controller.error(new Error('The request body is too large.'))
      },
    }),
  )
}
