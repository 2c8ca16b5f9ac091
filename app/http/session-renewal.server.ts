import type { AppLoadContext } from '@remix-run/node'
import { deviceInWords } from '#app/accounts/device.ts'
import { openSession } from '#app/accounts/open-session.server.ts'
import type { Viewer } from '#app/accounts/roles.ts'
import { writeSessionToken } from './session-cookie.server.ts'

/**
 * A change of somebody's roles ends their sessions. When it was one's own, made with the password just typed, a new session takes the
 * old one's place.
 */
export async function renewOwnSession(
  { db, clock, config }: AppLoadContext,
  request: Request,
  { viewer, changed }: { viewer: Viewer; changed: string },
): Promise<Headers> {
  const headers = new Headers()
  if (viewer.id !== changed) return headers
  const device = deviceInWords(request.headers.get('User-Agent'))
  const token = await openSession(db, { accountId: viewer.id, device }, clock())
  headers.append('Set-Cookie', await writeSessionToken(token, config))
  return headers
}
