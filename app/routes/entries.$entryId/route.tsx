import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { mayTakePart } from '#app/accounts/roles.ts'
import { findEntryCard } from '#app/entries/entry-cards.server.ts'
import { findEntryPage } from '#app/entries/entry-pages.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { findWouldBuy } from '#app/voting/booths.server.ts'
import { EntryView } from './entry-view.tsx'
import { GoneEntry } from './gone-entry.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const entryId = params.entryId ?? ''
  const reading = await findEntryPage(context.db, { entryId, viewer }, context.clock())
  if (!reading) throw notFound()
  const story = reading.found === 'entry' ? renderMarkdown(reading.page.story) : ''
  const mayBuy = reading.found === 'entry' && reading.page.contest.phase === 'voting' && reading.page.part === null
  const mark = mayBuy && mayTakePart(viewer) ? await findWouldBuy(context.db, { entryId, voterId: viewer.id }) : null
  const plan = reading.found === 'entry' ? await findEntryCard(context.db, entryId, context.config.brandName) : null
  const card = plan && links.entryCard(entryId, plan.digest)
  return data(
    { reading, story, card, signedIn: viewer !== null, wouldBuy: mark },
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

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (data?.reading.found !== 'entry') return pageMeta(matches, { title: m.entries_gone_title(), hidden: true })
  const { page } = data.reading
  const title = page.title || m.entries_untitled()
  if (page.state !== 'submitted') return pageMeta(matches, { title, hidden: true })
  return pageMeta(matches, {
    title: `${title} · ${page.contest.title}`,
    description: page.story,
    card: data.card ? { address: data.card, alt: page.artworks[0]?.picture.alt ?? '' } : null,
    kind: 'article',
  })
}

export default function EntryRoute() {
  const { reading, story, signedIn, wouldBuy } = useLoaderData<typeof loader>()
  if (reading.found === 'gone') return <GoneEntry gone={reading} />
  return <EntryView page={reading.page} story={story} signedIn={signedIn} wouldBuy={wouldBuy} />
}
