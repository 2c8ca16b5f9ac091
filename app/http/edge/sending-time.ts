import type { IncomingMessage, ServerResponse } from 'node:http'
import { putMsMost } from '#app/images/put-time.ts'
import { PRODUCTION_FILE_BYTES_MOST } from '#app/production/production-file.ts'
import {
  BODY_BYTES_PER_SECOND_LEAST,
  BODY_GRACE_SECONDS,
  isProductionFilePath,
  PRODUCTION_UPLOAD_MAX_BYTES,
  storesProductionFile,
  UPLOAD_MAX_BYTES,
} from './body-limit.ts'

/**
 * The last word on a request that does not end: all of the largest upload over the slowest line that the edge waits for. What comes more
 * slowly than that is cut long before (limitBody).
 */
export const SENDING_MS_MOST = sendingMs(UPLOAD_MAX_BYTES)
/** Node has one time for all requests, so this one is the server's. */
export const FILE_SENDING_MS_MOST = sendingMs(PRODUCTION_UPLOAD_MAX_BYTES)

function sendingMs(bytes: number): number {
  return Math.ceil(BODY_GRACE_SECONDS + bytes / BODY_BYTES_PER_SECOND_LEAST) * 1000
}

export function sendingMsMost(path: string): number {
  return isProductionFilePath(path) ? FILE_SENDING_MS_MOST : SENDING_MS_MOST
}

/** Tells when a request takes longer to arrive than its kind may; however long its answer takes is another matter. */
export function watchSending(incoming: IncomingMessage, onLate: () => void, msMost = sendingMsMost(pathOf(incoming))) {
  const timer = setTimeout(() => {
    if (!incoming.complete) onLate()
  }, msMost)
  timer.unref()
  incoming.once('close', () => clearTimeout(timer))
}

/** Longest silence on a connection in the middle of a request: sending, waiting for the answer, or reading it. */
export const SILENCE_MS_MOST = 60_000
/** The largest production file goes on to a store elsewhere before its sender is answered. */
export const STORING_MS_MOST = putMsMost(PRODUCTION_FILE_BYTES_MOST) + SILENCE_MS_MOST

/** Lets a connection be silent while the production file that came over it is kept; not before all of it has come. */
export function waitForStoring(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.method !== 'POST' || !storesProductionFile(pathOf(incoming))) return
  // Node gives the next request on the same connection the server's own time again.
  incoming.once('end', () => outgoing.setTimeout(STORING_MS_MOST))
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/'
}
