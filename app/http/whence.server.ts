import type { AppLoadContext } from '@remix-run/node'
import type { Whence } from '#app/voting/trace.ts'
import { readDevice } from './device-cookie.ts'

/** Whence a request came, for limits and traces only. */
export function readWhence({ clientAddress, config }: AppLoadContext, request: Request): Whence {
  return { address: clientAddress, device: readDevice(request.headers.get('Cookie'), config) }
}
