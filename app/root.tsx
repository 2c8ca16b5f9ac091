import serifFont from '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url'
import sansFont from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
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
import { accentOnGrounds } from './ui/accent.ts'
import { ErrorPage } from './ui/error-page.tsx'
import favicon from './ui/favicon.svg'
import { FlashArea } from './ui/flash-area.tsx'
import { useNonce } from './ui/nonce.ts'
import type { PageHandle } from './ui/page-handle.ts'
import { SiteFooter } from './ui/site-footer.tsx'
import { SiteHeader } from './ui/site-header.tsx'
import type { ShellViewer } from './ui/site-links.ts'
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

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.brand ?? 'Placet' },
  { name: 'description', content: m.ui_tagline() },
  { property: 'og:site_name', content: data?.brand ?? 'Placet' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer: ShellViewer | null = null as ShellViewer | null
  return {
    viewer,
    flash: null as { text: string; tone: 'info' | 'done' | 'amber' | 'danger' } | null,
    theme: readTheme(request.headers.get('Cookie')),
    brand: context.config.brandName,
    accent: accentOnGrounds(context.config.brandAccent),
    requestId: context.requestId,
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const data = useRouteLoaderData<typeof loader>('root')
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  const lamp = handles.some((handle) => handle?.surround === 'lamp')
  const bare = handles.some((handle) => handle?.shell === 'bare')
  const theme = lamp ? 'dark' : data?.theme
  const style = data && { '--accent-on-paper': data.accent.onPaper, '--accent-on-lamp': data.accent.onLamp }
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
        <SiteHeader brand={data?.brand ?? 'Placet'} viewer={data?.viewer ?? null} bare={bare} />
        <main id="content" tabIndex={-1} className="flex grow flex-col outline-none">
          <FlashArea flash={data?.flash ?? null} />
          {children}
        </main>
        {!bare && <SiteFooter theme={data?.theme ?? 'system'} />}
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
  const data = useRouteLoaderData<typeof loader>('root')
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} requestId={data?.requestId} />
}
