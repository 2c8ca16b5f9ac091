import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listContestsForAdmin } from '#app/contests/admin-contests.server.ts'
import { type AdminOrder, isAdminOrder, orderForAdmin } from '#app/contests/admin-order.ts'
import { countPublishedEntries } from '#app/entries/published-count.server.ts'
import { links } from '#app/http/links.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { countNearMatches } from '#app/moderation/near-matches.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Table, Th } from '#app/ui/table.tsx'
import { ContestRow } from './contest-row.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const now = context.clock()
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('by')
  const by = isAdminOrder(asked) ? asked : 'next'
  const reversed = searchParams.get('order') === 'down'
  const contests = orderForAdmin(await listContestsForAdmin(context.db, now), { by, reversed, locale: context.locale })
  const counts = await countPublishedEntries(
    context.db,
    contests.map(({ contestId }) => contestId),
  )
  return {
    now: now.toISOString(),
    by,
    reversed,
    nearMatches: await countNearMatches(context.db, { seen: false }),
    contests: contests.map((contest) => ({ ...contest, entries: counts.get(contest.contestId) ?? 0 })),
  }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.contests_admin_title() })

export default function Admin() {
  const { contests, nearMatches, now, by, reversed } = useLoaderData<typeof loader>()
  return (
    <Page
      title={m.contests_admin_title()}
      width="wide"
      actions={
        <>
          <ButtonLink to={links.people()}>{m.contests_admin_people()}</ButtonLink>
          <ButtonLink to={links.reports()}>{m.contests_admin_reports()}</ButtonLink>
          <ButtonLink to={links.desks()}>{m.voting_desks_title()}</ButtonLink>
          <ButtonLink to={links.nearMatches()}>{m.contests_admin_near_matches({ count: nearMatches })}</ButtonLink>
          <ButtonLink to={links.newContest()} look="primary" icon="plus">
            {m.contests_new()}
          </ButtonLink>
        </>
      }
    >
      {contests.length === 0 ? (
        <EmptyState icon="calendar" title={m.contests_admin_empty_title()}>
          {m.contests_admin_empty()}
        </EmptyState>
      ) : (
        <Table caption={m.contests_admin_caption({ count: contests.length })}>
          <thead>
            <tr>
              <SortTh order="title" label={m.contests_column_title()} by={by} reversed={reversed} />
              <SortTh order="phase" label={m.contests_column_phase()} by={by} reversed={reversed} />
              <SortTh
                order="next"
                label={m.contests_column_next()}
                by={by}
                reversed={reversed}
                className="max-sm:hidden"
              />
              <Th numeric>{m.contests_column_entries()}</Th>
              <Th numeric>{m.contests_column_panel()}</Th>
              <SortTh order="changed" label={m.contests_column_changed()} by={by} reversed={reversed} />
            </tr>
          </thead>
          <tbody>
            {contests.map((contest) => (
              <ContestRow key={contest.contestId} contest={contest} now={now} />
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  )
}

type SortProps = { order: AdminOrder; label: string; by: AdminOrder; reversed: boolean; className?: string }

/** A column's head that sorts by it, and the other way round when asked again; a link, so that it needs no script. */
function SortTh({ order, label, by, reversed, className }: SortProps) {
  const current = order === by
  const next = current && !reversed ? `?by=${order}&order=down` : `?by=${order}`
  return (
    <Th className={className} sort={current ? (reversed ? 'descending' : 'ascending') : undefined}>
      <Link to={next} preventScrollReset className="inline-flex min-h-9 items-center gap-1 hover:text-accent">
        {label}
        <span aria-hidden="true">{current ? (reversed ? '↑' : '↓') : ''}</span>
      </Link>
    </Th>
  )
}
