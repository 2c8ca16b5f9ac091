import serifFont from '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url'
import sansFont from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url'
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { CSSProperties, ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { takeFlash } from './http/flash.server.ts'
import { findViewer } from './http/viewer.server.ts'
import { accentOnGrounds } from './ui/accent.ts'
import { ErrorPage } from './ui/error-page.tsx'
import { errorWords } from './ui/error-words.ts'
import favicon from './ui/favicon.svg'
import { FlashArea } from './ui/flash-area.tsx'
import { useNonce } from './ui/nonce.ts'
import type { PageHandle } from './ui/page-handle.ts'
import { pageMeta } from './ui/page-meta.ts'
import { SiteFooter } from './ui/site-footer.tsx'
import { SiteHeader } from './ui/site-header.tsx'
import styles from './ui/styles.css?url'
import { readTheme } from './ui/theme.ts'

export const links: LinksFunction = () => [
  ...[sansFont, serifFont].map((href) => ({
    rel: 'preload',
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
    href,
  })),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', type: 'image/svg+xml', href: favicon },
]

export const meta: MetaFunction<typeof loader> = ({ matches, error }) => {
  if (error === undefined) return pageMeta(matches)
  const status = isRouteErrorResponse(error) ? error.status : 500
  return pageMeta(matches, { title: errorWords(status).title, hidden: true })
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [viewer, taken] = await Promise.all([findViewer(context, request), takeFlash(request)])
  return data(
    {
      viewer: viewer && { name: viewer.name, handle: viewer.handle, roles: viewer.roles },
      flash: taken?.flash ?? null,
      theme: readTheme(request.headers.get('Cookie')),
      brand: context.config.brandName,
      publicOrigin: context.config.publicOrigin,
      accent: accentOnGrounds(context.config.brandAccent),
      requestId: context.requestId,
    },
    taken ? { headers: { 'Set-Cookie': taken.clear } } : undefined,
  )
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const shell = useRouteLoaderData<typeof loader>('root')
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  const lamp = handles.some((handle) => handle?.surround === 'lamp')
  const bare = handles.some((handle) => handle?.shell === 'bare')
  const theme = lamp ? 'dark' : shell?.theme
  const style = shell && { '--accent-on-paper': shell.accent.onPaper, '--accent-on-lamp': shell.accent.onLamp }
  return (
    <html lang={getLocale()} data-theme={theme === 'system' ? undefined : theme} style={style as CSSProperties}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-paper focus:p-3"
        >
          {m.ui_skip_to_content()}
        </a>
        <SiteHeader brand={shell?.brand ?? 'Placet'} viewer={shell?.viewer ?? null} bare={bare} />
        <main id="content" tabIndex={-1} className="flex grow flex-col outline-none">
          <FlashArea flash={shell?.flash ?? null} />
          {children}
        </main>
        {!bare && <SiteFooter theme={shell?.theme ?? 'system'} />}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const shell = useRouteLoaderData<typeof loader>('root')
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} requestId={shell?.requestId} />
  return (
    <ErrorPage status={error.status} requestId={shell?.requestId}>
      {sentenceOf(error.data)}
    </ErrorPage>
  )
}

/** A guard says why it refuses: `forbidden` in app/http/respond.server.ts. */
function sentenceOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('sentence' in thrown)) return undefined
  return typeof thrown.sentence === 'string' ? thrown.sentence : undefined
}
