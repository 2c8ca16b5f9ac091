const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

export function isUnsafe(method: string): boolean {
  return !SAFE_METHODS.has(method)
}

/**
 * Whether a request that may change something was sent by one of our own pages: browsers say so themselves in
 * Sec-Fetch-Site; those that do not (old ones, and plain http outside localhost) send Origin. Neither means no.
 * The same scheme as Go 1.25's CrossOriginProtection. Remix's own check trusts X-Forwarded-Host and is skipped for
 * resource routes and for requests without Origin.
 */
export function isFromOurPages(headers: Pick<Headers, 'get'>, publicOrigin: string): boolean {
  const site = headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin'
  return headers.get('Origin') === publicOrigin
}
