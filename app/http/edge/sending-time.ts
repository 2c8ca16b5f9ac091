import type { IncomingMessage } from 'node:http'
import {
  BODY_BYTES_PER_SECOND_LEAST,
  BODY_GRACE_SECONDS,
  isProductionFilePath,
  PRODUCTION_UPLOAD_MAX_BYTES,
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

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/'
}
