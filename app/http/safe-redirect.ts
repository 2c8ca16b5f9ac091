/** Backslashes and control characters are read as slashes, or dropped, by browsers: `/\evil.example`, `/<tab>/evil`. */
const READ_DIFFERENTLY_BY_BROWSERS = /[\\\p{Cc}]/u

/**
 * Where to send someone who asked to come back to `to`: a path on this site, or else `fallback`. The answer has no
 * origin, so it cannot leave the site whatever the request claimed.
 */
export function safeRedirect(to: unknown, publicOrigin: string, fallback = '/'): string {
  if (typeof to !== 'string' || to === '' || to.startsWith('//') || READ_DIFFERENTLY_BY_BROWSERS.test(to))
    return fallback
  if (!to.startsWith('/') && !to.startsWith(`${publicOrigin}/`)) return fallback
  if (!URL.canParse(to, publicOrigin)) return fallback
  const url = new URL(to, publicOrigin)
  if (url.origin !== publicOrigin || url.pathname.startsWith('//') || url.username || url.password) return fallback
  return url.pathname + url.search
}
