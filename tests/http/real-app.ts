import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js'
import type { ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'

type RouteModule = ServerBuild['routes'][string]['module']

export interface RealRoute {
  /** The folder's name under app/routes. */
  name: string
  /** Such as 'contests/:slug/gallery'; undefined for the first page. */
  path: string | undefined
  index: boolean
  module: Partial<RouteModule>
}

const MODULES = import.meta.glob<Partial<RouteModule>>('../../app/routes/*/route.{ts,tsx}', { eager: true })

/** Every route as Remix itself derives it from app/routes, so that none can be forgotten. */
export const ROUTES: readonly RealRoute[] = Object.values(flatRoutes('app', ['**/.*'])).map((route) => {
  const name = route.id.replace(/^routes\//, '')
  if (route.parentId !== 'root')
    throw new Error(`${name} is nested in ${route.parentId}, which this build does not know.`)
  return { name, path: route.path, index: route.index === true, module: moduleOf(route.file) }
})

function moduleOf(file: string): Partial<RouteModule> {
  const module = MODULES[`../../app/${file}`]
  if (!module) throw new Error(`There is no ${file}.`)
  return module
}

/** The whole app as the server sees it, without its browser half: what `remix vite:build` would make of the same files. */
export function realApp(): ServerBuild {
  const all = [{ id: 'root', module: root as Partial<RouteModule> }, ...ROUTES.map(asRoute)]
  return {
    entry: { module: entry },
    // Remix takes a route without a component for a resource, though its types ask for one.
    routes: Object.fromEntries(all.map((route) => [route.id, { ...route, module: route.module as RouteModule }])),
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(all.map(({ module, ...route }) => [route.id, manifestRoute(route, module)])),
      url: '/assets/manifest.js',
      version: '1',
    },
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: 'none',
    isSpaMode: false,
    mode: 'production',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
    },
  }
}

function asRoute({ name, path, index, module }: RealRoute) {
  return { id: `routes/${name}`, parentId: 'root', path, index, module }
}

function manifestRoute(
  route: { id: string; parentId?: string; path?: string; index?: boolean },
  module: Partial<RouteModule>,
) {
  return {
    ...route,
    module: `/assets/${route.id}.js`,
    hasAction: module.action !== undefined,
    hasLoader: module.loader !== undefined,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
  }
}
