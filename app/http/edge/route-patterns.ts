type ManifestRoute = { id: string; parentId?: string; path?: string } | undefined

/** Turns a path into its route's pattern, `/people/ada` into `/people/:handle`: logs must not say whose page it was. */
export type PatternOf = (path: string) => string

export function routePatterns(routes: Record<string, ManifestRoute>): PatternOf {
  const patterns = Object.values(routes)
    .filter((route) => route?.path !== undefined)
    .map((route) => `/${fullPath(route, routes)}`)
    .sort((a, b) => vagueness(a) - vagueness(b))
    .map((pattern) => ({ pattern, matches: toRegExp(pattern) }))
  return (path) => {
    const page = path.replace(/\.data$/, '')
    if (page === '/' || page === '/_root') return '/'
    return patterns.find(({ matches }) => matches.test(page))?.pattern ?? '(none)'
  }
}

/** The most exact pattern must be asked first: /contests/new before /contests/:slug, and what takes everything last. */
function vagueness(pattern: string): number {
  return pattern.endsWith('*') ? Number.MAX_SAFE_INTEGER : pattern.split(':').length
}

function fullPath(route: ManifestRoute, routes: Record<string, ManifestRoute>): string {
  const parent = route?.parentId ? fullPath(routes[route.parentId], routes) : ''
  return [parent, route?.path].filter(Boolean).join('/')
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .split('/')
    .map((part) => {
      if (part === '*') return '.*'
      if (part.startsWith(':')) return '[^/]+'
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    })
    .join('/')
  return new RegExp(`^${source}$`)
}
