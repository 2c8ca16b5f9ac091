import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Outlet, Scripts, useLoaderData, useLocation, useRouteError } from '@remix-run/react'
import * as entry from '#app/entry.server.tsx'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { useNonce } from '#app/ui/nonce.ts'
import { writingTogether } from '#db/write-together.server.ts'
import { putActivity } from '../db/put-activity.ts'

type RouteModule = Partial<ServerBuild['routes'][string]['module']>

/** What happened behind the edge while a test ran. */
export type Happenings = {
  writes: string[]
  seen: Request[]
  slowRequestArrived: (request: Request) => void
  letGo: Promise<void>
}

/** A small Remix app for the edge to stand in front of: one route of each kind, rendered by the real entry. */
export function smallApp(happenings: Happenings): ServerBuild {
  const modules: Record<string, [path: string | undefined, module: RouteModule]> = {
    root: [undefined, { default: Outlet, Layout, ErrorBoundary }],
    'routes/page': ['page', { default: Page, loader: pageLoader, action: pageAction }],
    'routes/resource': ['resource', { action: resourceAction, loader: () => Response.json({ fine: true }) }],
    'routes/upload': ['entries/:entryId/pictures', { action: uploadAction }],
    'routes/unread': ['unread', { action: unreadAction }],
    'routes/person': ['people/:handle', { default: Page, loader: pageLoader }],
    'routes/throws': ['throws', { default: Page, loader: throwing('the till is empty') }],
    'routes/unrenderable': ['unrenderable', { default: Page, loader: throwing('unrenderable') }],
    'routes/unready': ['unready', { loader: unreadyLoader }],
    'routes/full': ['full', { default: Page, loader: pageLoader, action: fullAction }],
    'routes/slow': ['slow', { loader: slowLoader }],
    'routes/afterwards': ['afterwards', { loader: afterwardsLoader }],
  }
  const ids = Object.keys(modules)
  return {
    entry: { module: entry },
    routes: Object.fromEntries(
      Object.entries(modules).map(([id, [path, module]]) => [
        id,
        // Remix takes a route without a component for a resource, though its types ask for one.
        { id, path, module: module as ServerBuild['routes'][string]['module'], parentId: parentOf(id) },
      ]),
    ),
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(ids.map((id) => [id, manifestRoute(id, modules)])),
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

  function pageLoader({ request }: LoaderFunctionArgs) {
    happenings.seen.push(request)
    return { words: 'x'.repeat(2000) }
  }

  async function pageAction({ request }: ActionFunctionArgs) {
    happenings.writes.push(await request.text())
    return redirect('/page')
  }

  async function resourceAction({ request }: ActionFunctionArgs) {
    happenings.writes.push(await request.text())
    return Response.json({ written: true })
  }

  async function uploadAction({ request }: ActionFunctionArgs) {
    const bytes = (await request.arrayBuffer()).byteLength
    happenings.writes.push(`${bytes} bytes`)
    return Response.json({ bytes })
  }

  async function unreadAction({ request }: ActionFunctionArgs) {
    const reader = request.body?.getReader()
    await reader?.read()
    reader?.releaseLock()
    return Response.json({}, { status: 413 })
  }

  function unreadyLoader({ context }: LoaderFunctionArgs) {
    context.notReady('the till/EMPTY')
    return new Response(null, { status: 503 })
  }

  async function fullAction({ context: { db } }: ActionFunctionArgs) {
    // More than the last page has room for.
    await writingTogether(db, (statements) => statements.run(putActivity, { subjectId: 'x'.repeat(100_000) }))
    return null
  }

  async function slowLoader({ request }: LoaderFunctionArgs) {
    happenings.slowRequestArrived(request)
    await happenings.letGo
    return new Response('at last')
  }

  async function afterwardsLoader({ context }: LoaderFunctionArgs) {
    context.afterAnswer(async () => {
      happenings.writes.push('begun')
      await happenings.letGo
      happenings.writes.push('done')
    })
    await new Promise((resolve) => setImmediate(resolve))
    happenings.writes.push('answering')
    return new Response('answered')
  }
}

function parentOf(id: string): string | undefined {
  return id === 'root' ? undefined : 'root'
}

function manifestRoute(id: string, modules: Record<string, [string | undefined, RouteModule]>) {
  const [path, module] = modules[id] ?? []
  return {
    id,
    parentId: parentOf(id),
    path,
    module: `/assets/${id}.js`,
    hasAction: module?.action !== undefined,
    hasLoader: module?.loader !== undefined,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: id === 'root',
  }
}

function throwing(message: string) {
  return () => {
    throw new Error(message)
  }
}

function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang={getLocale()}>
      <body>
        {children}
        <Scripts nonce={useNonce()} />
      </body>
    </html>
  )
}

function ErrorBoundary() {
  const error = useRouteError()
  if (useLocation().pathname === '/unrenderable') throw error
  return <h1>Something broke</h1>
}

function Page() {
  return <p>{useLoaderData<{ words: string }>().words}</p>
}
