const ONE_YEAR_SECONDS = 31_536_000

export type HeaderSettings = { nonce: string; secure: boolean; dev: boolean }

/**
 * Set on every response, errors and static files included. A route may answer with a stricter Content-Security-Policy,
 * Cross-Origin-Resource-Policy or Cache-Control of its own; the rest is not for routes to decide.
 */
export function setSecurityHeaders(headers: Headers, settings: HeaderSettings): void {
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', contentPolicy(settings))
  if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('X-Content-Type-Options', 'nosniff')
  // Tells other sites nothing (pages opened by a token in a mail), yet keeps Origin on our own form posts.
  headers.set('Referrer-Policy', 'same-origin')
  headers.set(
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
  )
  if (settings.secure) headers.set('Strict-Transport-Security', `max-age=${ONE_YEAR_SECONDS}`)
  // Pages show who is signed in, their .data too: nothing dynamic is kept anywhere unless its route says so.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}

function contentPolicy({ nonce, secure, dev }: HeaderSettings): string {
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite puts each style sheet into a <style> of its own while developing.
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    // Style attributes carry each picture's tiny blurred preview and its ground; they can run nothing.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    dev ? `connect-src 'self' ws:` : `connect-src 'self'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]
  if (secure) directives.push('upgrade-insecure-requests')
  return directives.join('; ')
}
