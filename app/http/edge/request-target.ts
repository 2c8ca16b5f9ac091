/** Longest path and query together; our own longest link is under 300. */
export const TARGET_MAX_LENGTH = 2048

export type Target = { url: URL } | { refuse: 400 | 404 | 414 } | { redirectTo: string }

/**
 * Reads what stood on the request line. The origin is always the configured one: Host, X-Forwarded-Host and
 * absolute-form targets are ignored, so nothing downstream can be told a false address. Paths that a file system, a
 * proxy or a browser might read otherwise than the router does are refused rather than repaired.
 */
export function readTarget(requestLine: string, publicOrigin: string): Target {
  if (requestLine.length > TARGET_MAX_LENGTH) return { refuse: 414 }
  const [path = '', ...query] = requestLine.split('?')
  if (!path.startsWith('/')) return { refuse: 400 }
  const decoded = decodePath(path)
  if (decoded === undefined || /[\\\p{Cc}#]/u.test(decoded) || /%(2f|5c)/i.test(path)) return { refuse: 400 }
  if (decoded.includes('//') || /\/\.{1,2}(\/|$)/.test(decoded)) return { refuse: 404 }
  const search = query.length > 0 ? `?${query.join('?')}` : ''
  // One address per page. The path has no double slash by now, so the redirect stays here.
  if (path.length > 1 && path.endsWith('/')) return { redirectTo: path.slice(0, -1) + search }
  return { url: new URL(publicOrigin + path + search) }
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
