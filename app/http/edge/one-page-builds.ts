import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

type Handle = ReturnType<typeof createRequestHandler>
type Tree = Parameters<typeof matchRoutes>[0]

/** Paths of which it is remembered whose they are: some megabyte. */
const PATHS_MOST = 10_000

/**
 * Remix's handler, which for each page ranks and compiles the patterns of all routes three times and builds them into a tree for the
 * render: 4 of the 18 ms of a page with our hundred and more. Here React Router's own matching is asked once for each path; then the
 * page is made by a handler of a build in which there is nothing but its route and that route's parents. Browsers are not concerned:
 * they fetch the whole manifest. What is no path of ours is left to the whole build.
 */
export function handleByPage(build: ServerBuild): Handle {
  const whole = createRequestHandler(build, 'production')
  const tree = treeOf(build.routes)
  const handlers = new Map<string, Handle>()
  const known = new Map<string, string>()

  function leafOf(pathname: string): string | null {
    const before = known.get(pathname)
    if (before !== undefined) return before
    const leaf = matchRoutes(tree, pathname)?.at(-1)?.route.id
    if (leaf === undefined) return null
    if (known.size >= PATHS_MOST) known.clear()
    known.set(pathname, leaf)
    return leaf
  }

  function handlerFor(leaf: string): Handle {
    const made = handlers.get(leaf) ?? createRequestHandler(withRouteOnly(build, leaf), 'production')
    handlers.set(leaf, made)
    return made
  }

  return (request, context) => {
    const leaf = leafOf(pageOf(new URL(request.url).pathname))
    return (leaf === null ? whole : handlerFor(leaf))(request, context)
  }
}

/** As Remix reads the address of a page's data. */
function pageOf(pathname: string): string {
  return pathname.endsWith('.data') ? pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') : pathname
}

function treeOf(routes: ServerBuild['routes'], parentId = ''): Tree {
  return Object.values(routes).flatMap((route): Tree => {
    if (route === undefined || (route.parentId ?? '') !== parentId) return []
    const { id, path = '' } = route
    return route.index ? [{ id, path, index: true }] : [{ id, path, children: treeOf(routes, id) }]
  })
}

function withRouteOnly(build: ServerBuild, leaf: string): ServerBuild {
  const kept = new Set<string>()
  for (let id: string | undefined = leaf; id; id = build.routes[id]?.parentId) kept.add(id)
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
