import { type Cookie, createCookie } from '@remix-run/node'
import { SESSION_ABSOLUTE_DAYS } from '#app/accounts/session.ts'
import type { Config } from '#app/config.server.ts'

const SECONDS_A_DAY = 24 * 60 * 60

/** `__Host-` binds the cookie to this host over https; browsers refuse that name on http, as on localhost. */
function sessionCookie(config: Config) {
  const made = COOKIES.get(config) ?? makeCookie(config)
  COOKIES.set(config, made)
  return made
}

const COOKIES = new WeakMap<Config, Cookie>()

function makeCookie(config: Config): Cookie {
  const secure = config.publicOrigin.startsWith('https:')
  return createCookie(secure ? '__Host-placet' : 'placet', {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
    maxAge: SESSION_ABSOLUTE_DAYS * SECONDS_A_DAY,
  })
}

/** The opaque token, or null. Only the token is in the cookie: roles and everything else are read per request. */
export async function readSessionToken(headers: Pick<Headers, 'get'>, config: Config): Promise<string | null> {
  const token: unknown = await sessionCookie(config).parse(headers.get('Cookie'))
  return typeof token === 'string' && token !== '' ? token : null
}

export function writeSessionToken(token: string, config: Config): Promise<string> {
  return sessionCookie(config).serialize(token)
}

export function clearSessionToken(config: Config): Promise<string> {
  return sessionCookie(config).serialize('', { maxAge: 0 })
}
