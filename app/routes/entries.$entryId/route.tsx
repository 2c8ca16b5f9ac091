import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { mayTakePart } from '#app/accounts/roles.ts'
import { findEntryPage } from '#app/entries/entry-pages.server.ts'
import { absolute, links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { findWouldBuy } from '#app/voting/booths.server.ts'
import { EntryView } from './entry-view.tsx'
import { GoneEntry } from './gone-entry.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const entryId = params.entryId ?? ''
  const reading = await findEntryPage(context.db, { entryId, viewer }, context.clock())
  if (!reading) throw notFound()
  const { publicOrigin } = context.config
  const mayBuy = reading.found === 'entry' && reading.page.contest.phase === 'voting' && reading.page.part === null
  const mark = mayBuy && mayTakePart(viewer) ? await findWouldBuy(context.db, { entryId, voterId: viewer.id }) : null
  return data(
    { reading, publicOrigin, signedIn: viewer !== null, wouldBuy: mark },
    { status: reading.found === 'gone' ? 410 : 200 },
  )
}

/** Looking at another of its pictures changes the address only. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const samePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return samePage && !formMethod ? false : defaultShouldRevalidate
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { reading, publicOrigin } = data
  if (reading.found === 'gone') return [{ title: m.entries_gone_title() }, { name: 'robots', content: 'noindex' }]
  const { page } = reading
  const title = page.title || m.entries_untitled()
  const [first] = page.artworks
  if (!first || page.state !== 'submitted') return [{ title }, { name: 'robots', content: 'noindex' }]
  return [
    { title: `${title} · ${page.contest.title}` },
    { property: 'og:title', content: title },
    { property: 'og:description', content: page.contest.title },
    { property: 'og:image', content: absolute(publicOrigin, links.rendition(first.picture.id, 'share.jpg')) },
    { property: 'og:image:alt', content: first.picture.alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

export default function EntryRoute() {
  const { reading, signedIn, wouldBuy } = useLoaderData<typeof loader>()
  if (reading.found === 'gone') return <GoneEntry gone={reading} />
  return <EntryView page={reading.page} signedIn={signedIn} wouldBuy={wouldBuy} />
}
