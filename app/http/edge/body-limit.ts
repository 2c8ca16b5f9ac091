import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import { PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'

const MEGABYTE = 1024 * 1024
/** Forms of words: the longest brief with all its answers is well under this. */
export const FORM_MAX_BYTES = MEGABYTE
export const PICTURES_PER_UPLOAD = 6
/** A little above what read-upload.server.ts takes, so that it is the form's own page that says which picture is too large. */
export const UPLOAD_MAX_BYTES = PICTURES_PER_UPLOAD * PICTURE_BYTES_MOST + 2 * MEGABYTE

/** The forms that carry pictures. All others are read into memory, and get the small limit whatever they say they are. */
const UPLOAD_PATHS = [
  /^\/entries\/[^/]+\/edit\/submit$/,
  /\/pictures?$/,
  /^\/admin\/contests\/[^/]+$/,
  /^\/production\/[^/]+\/(notes|launch)$/,
]

/** What a product is made from is larger than any picture. */
const PRODUCTION_FILE_PATH = /^\/production\/[^/]+\/file$/
export const PRODUCTION_UPLOAD_MAX_BYTES = PRODUCTION_FILE_BYTES_MOST + 2 * MEGABYTE

/** A piece of a picture or of a production file, in the manner of tus: kept as it comes, so that it is never in memory whole. */
export const PIECE_TYPE = 'application/offset+octet-stream'
const PIECE_PATH = /^\/(entries|production)\/[^/]+\/uploads\/[^/]+$/
/** The last step of a file that came in pieces: no body to speak of, but the whole file goes to where it is kept. */
const FINISH_PATH = /^\/production\/[^/]+\/uploads\/[^/]+\/finish$/

export function bodyMaxBytes(path: string, contentType: string | null): number {
  if (contentType === PIECE_TYPE && PIECE_PATH.test(path)) return PICTURE_BYTES_MOST
  const page = path.replace(/\.data$/, '')
  if (!contentType?.startsWith('multipart/form-data')) return FORM_MAX_BYTES
  if (isProductionFilePath(path)) return PRODUCTION_UPLOAD_MAX_BYTES
  return UPLOAD_PATHS.some((upload) => upload.test(page)) ? UPLOAD_MAX_BYTES : FORM_MAX_BYTES
}

export function isProductionFilePath(path: string): boolean {
  return PRODUCTION_FILE_PATH.test(path.replace(/\.data$/, ''))
}

/** Whether answering may take as long as it takes to store a production file. */
export function storesProductionFile(path: string): boolean {
  return isProductionFilePath(path) || FINISH_PATH.test(path)
}

/** The slowest line that is waited for, 128 kbit/s: at that rate 25 MB take 27 minutes. What trickles is cut. */
export const BODY_BYTES_PER_SECOND_LEAST = 16 * 1024
/** A line may stand still for so long in all: a tunnel, a lift. Silence of a minute ends a connection anyway. */
export const BODY_GRACE_SECONDS = 60

export interface BodyBounds {
  maxBytes: number
  /** Milliseconds, from any moment. */
  now: () => number
  /** Told once, before the stream breaks. */
  onBreak: (status: 408 | 413) => void
}

/** Counts the bytes as they come, since Content-Length may be missing or false, and breaks the stream past the limit or below the rate. */
export function limitBody(body: ReadableStream<Uint8Array>, { maxBytes, now, onBreak }: BodyBounds) {
  const startedAt = now()
  let bytes = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        const secondsAllowed = BODY_GRACE_SECONDS + bytes / BODY_BYTES_PER_SECOND_LEAST
        const isLate = (now() - startedAt) / 1000 > secondsAllowed
        if (bytes <= maxBytes && !isLate) return controller.enqueue(chunk)
        onBreak(isLate ? 408 : 413)
        controller.error(new Error(isLate ? 'The request body is too slow.' : 'The request body is too large.'))
      },
    }),
  )
}

/**
 * What the app did not read of a body, because it refused before the end, is read and dropped: left lying, it would keep whatever
 * the browser sends next on the same connection from being seen, until that is cut.
 */
export async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return
  const reader = body.getReader()
  try {
    while (!(await reader.read()).done);
  } catch {
    // Hung up, or past the limit: there is nobody to tell.
  }
}
