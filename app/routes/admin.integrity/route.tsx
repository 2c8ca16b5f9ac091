import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PHASE_WORDS } from '#app/ui/phase-words.ts'
import { Table, Td, Th } from '#app/ui/table.tsx'
import { listDesks } from '#app/voting/desk/desks.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'admin', 'juror')
  return { desks: await listDesks(context.db, viewer, context.clock()) }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.voting_desks_title() })

export default function Desks() {
  const { desks } = useLoaderData<typeof loader>()
  return (
    <Page title={m.voting_desks_title()} lead={m.voting_desks_lead()}>
      {desks.length === 0 ? (
        <EmptyState icon="scales">{m.voting_desks_empty()}</EmptyState>
      ) : (
        <Table caption={m.voting_desks_title()} captionHidden>
          <thead>
            <tr>
              <Th>{m.contests_column_title()}</Th>
              <Th>{m.contests_column_phase()}</Th>
              <Th>{m.jury_panels_column_closes()}</Th>
              <Th numeric>{m.voting_desk_open()}</Th>
            </tr>
          </thead>
          <tbody>
            {desks.map(({ contestId, title, phase, votingClosesAt, zone, open }) => (
              <tr key={contestId}>
                <Th row>
                  <Link to={links.desk(contestId)} className="link text-base">
                    {title}
                  </Link>
                </Th>
                <Td>{PHASE_WORDS[phase]()}</Td>
                <Td>
                  <Moment at={votingClosesAt} zone={zone} precision="brief-day" />
                </Td>
                <Td numeric>{open}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  )
}
