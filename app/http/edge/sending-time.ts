import type { IncomingMessage } from 'node:http'
import { isProductionFilePath } from './body-limit.ts'

/** A whole upload of six 30 MB pictures at 5 Mbit/s. */
export const SENDING_MS_MOST = 300_000
/** Half a gigabyte at 1.2 Mbit/s; Node has one time for all requests, so this one is the server's. */
export const FILE_SENDING_MS_MOST = 3_600_000

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
