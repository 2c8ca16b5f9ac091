import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { phaseAt } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listPanelsOf } from '#app/jury/panels.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PHASE_WORDS } from '#app/ui/phase-words.ts'
import { Table, Td, Th } from '#app/ui/table.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.jury_panels_title() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'juror')
  const now = context.clock()
  const panels = await listPanelsOf(context.db, viewer.id)
  return {
    panels: panels.map(({ contest, schedule }) => ({
      slug: contest.slug,
      title: contest.title,
      phase: phaseAt(schedule, now),
      votingClosesAt: contest.votingClosesAt,
      decisionDueAt: contest.decisionDueAt,
      zone: contest.zone,
    })),
  }
}

export default function Panels() {
  const { panels } = useLoaderData<typeof loader>()
  return (
    <Page
      title={m.jury_panels_title()}
      lead={m.jury_panels_lead()}
      actions={panels.length > 0 && <ButtonLink to={links.desks()}>{m.voting_desks_title()}</ButtonLink>}
    >
      {panels.length === 0 ? (
        <EmptyState title={m.jury_panels_empty_title()}>{m.jury_panels_empty_text()}</EmptyState>
      ) : (
        <Table caption={m.jury_panels_title()} captionHidden>
          <thead>
            <tr>
              <Th>{m.jury_panels_column_contest()}</Th>
              <Th>{m.jury_panels_column_phase()}</Th>
              <Th>{m.jury_panels_column_closes()}</Th>
              <Th>{m.jury_panels_column_due()}</Th>
            </tr>
          </thead>
          <tbody>
            {panels.map((panel) => (
              <tr key={panel.slug}>
                <Th row>
                  <Link to={links.juryRoom(panel.slug)} className="link text-base">
                    {panel.title}
                  </Link>
                </Th>
                <Td>{PHASE_WORDS[panel.phase]()}</Td>
                <Td>
                  <Moment at={panel.votingClosesAt} zone={panel.zone} precision="brief-day" />
                </Td>
                <Td>
                  <Moment at={panel.decisionDueAt} zone={panel.zone} precision="brief-day" />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  )
}
