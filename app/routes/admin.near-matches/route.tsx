import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { type FormRefusal, formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { NEAR_MATCHES_PER_PAGE, nearMatchNoteSchema } from '#app/moderation/near-match.ts'
import { countNearMatches, listNearMatches } from '#app/moderation/near-matches.server.ts'
import { noteNearMatch } from '#app/moderation/note-near-match.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pager } from '#app/ui/pager.tsx'
import { NearMatch } from './near-match.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'admin')
  const { searchParams } = new URL(request.url)
  const seen = searchParams.get('seen') === 'yes'
  const counts = {
    open: await countNearMatches(context.db, { seen: false }),
    seen: await countNearMatches(context.db, { seen: true }),
  }
  const pages = Math.max(1, Math.ceil((seen ? counts.seen : counts.open) / NEAR_MATCHES_PER_PAGE))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(searchParams.get('page'))) || 1))
  return {
    seen,
    counts,
    page,
    pages,
    matches: await listNearMatches(context.db, { viewer, seen, page }, context.clock()),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const reading = await readForm(request, nearMatchNoteSchema)
  if (!reading.ok) return formRefused(reading)
  const outcome = await noteNearMatch(context.db, { admin, ...reading.value }, context.clock())
  if (outcome.ok) return redirectWithFlash(links.nearMatches(), m.moderation_near_noted_flash())
  if (outcome.refusal === 'near-match-not-found') throw notFound()
  return refuse(outcome.refusal, { typed: reading.typed })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, { title: m.moderation_near() })

export default function NearMatches() {
  const { matches, seen, counts, page, pages } = useLoaderData<typeof loader>()
  const refusal = useActionData<FormRefusal>()
  return (
    <Page
      title={m.moderation_near()}
      lead={m.moderation_near_lead()}
      width="wide"
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <ErrorSummary errors={refusal?.errors} />
      <p className="mb-6 max-w-text text-quiet text-sm">{m.moderation_near_figures()}</p>
      <nav aria-label={m.moderation_near_filter()} className="mb-6 flex gap-6 border-line border-b text-sm">
        <Filter to={links.nearMatches()} current={!seen}>
          {m.moderation_near_open({ count: counts.open })}
        </Filter>
        <Filter to={links.nearMatches({ seen: true })} current={seen}>
          {m.moderation_near_seen({ count: counts.seen })}
        </Filter>
      </nav>
      {matches.length === 0 ? (
        <EmptyState icon="eye" title={m.moderation_near_empty_title()}>
          {seen ? m.moderation_near_empty_seen() : m.moderation_near_empty()}
        </EmptyState>
      ) : (
        <ul>
          {matches.map((match) => (
            <NearMatch key={match.id} match={match} refusal={refusal} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} hrefFor={(other) => links.nearMatches({ seen, page: other })} />
    </Page>
  )
}

function Filter({ to, current, children }: { to: string; current: boolean; children: string }) {
  const look = current ? 'border-ink font-medium' : 'border-transparent text-quiet hover:text-ink'
  return (
    <Link
      to={to}
      aria-current={current ? 'page' : undefined}
      className={`-mb-px inline-flex min-h-11 items-center border-b-2 ${look}`}
    >
      {children}
    </Link>
  )
}
