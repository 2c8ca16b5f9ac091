/**
 * A random number that a browser keeps, set by the booth: it shows that several ballots came from one device, and nothing else. It is
 * never kept as it is (app/voting/note-trace.server.ts), and never sent anywhere but here.
 */
const DAYS = 90
const SECONDS_A_DAY = 86_400
const DEVICE_BYTES = 16

/** `__Host-` binds a cookie to this host over https; browsers refuse that name on http, as on localhost. */
function nameFor(secure: boolean): string {
  return secure ? '__Host-placet_device' : 'placet_device'
}

const [SECURE, PLAIN] = [true, false].map((secure) => new RegExp(`(?:^|; *)${nameFor(secure)}=([\\w-]{22})(?:;|$)`))

/** What the browser kept; null when it has nothing, or nothing of ours. */
export function readDevice(cookies: string | null, { secure }: { secure: boolean }): string | null {
  return (secure ? SECURE : PLAIN)?.exec(cookies ?? '')?.[1] ?? null
}

/** `Set-Cookie` with a new number. */
export function newDeviceCookie({ secure }: { secure: boolean }): string {
  const number = Buffer.from(crypto.getRandomValues(new Uint8Array(DEVICE_BYTES))).toString('base64url')
  const guard = `Path=/; Max-Age=${DAYS * SECONDS_A_DAY}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return `${nameFor(secure)}=${number}; ${guard}`
}
