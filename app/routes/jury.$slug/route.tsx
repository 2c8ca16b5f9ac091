import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { phaseAt } from '#app/contests/schedule.ts'
import { requireSeat } from '#app/http/jury-guard.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { findLightTable } from '#app/jury/light-table.server.ts'
import { weighPanelPictures, whatIsArchived } from '#app/jury/panel-pictures.server.ts'
import { ArchiveButton } from '#app/ui/archive-button.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DarkLightTable } from '#app/ui/dark-light-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'
import { ContactSheet } from './contact-sheet.tsx'

export const handle = { surround: 'lamp' } satisfies PageHandle

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.jury_room_title()}: ${data.title}` : m.jury_room_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const now = context.clock()
  const { contest } = facts
  const lines = await findLightTable(context.db, { facts, viewer }, now)
  const archived = whatIsArchived({ facts, viewer }, now)
  return {
    slug: contest.slug,
    title: contest.title,
    zone: contest.zone,
    candidates: contest.candidates,
    votingClosesAt: contest.votingClosesAt,
    phase: phaseAt(facts.schedule, now),
    lines,
    archive:
      lines && lines.length > 0 ? { archived, ...(await weighPanelPictures(context.db, lines, archived)) } : null,
  }
}

export default function LightTable() {
  const { slug, title, zone, candidates, votingClosesAt, phase, lines, archive } = useLoaderData<typeof loader>()
  const decided = phase === 'decided'
  const first = (lines ?? []).slice(0, candidates)
  const others = (lines ?? []).slice(candidates)
  const judged = first.filter((line) => line.mine !== null || line.recused).length
  return (
    <Page
      width="wide"
      kicker={title}
      title={m.jury_room_title()}
      lead={m.jury_room_lead()}
      back={{ to: links.jury(), label: m.jury_panels_title() }}
      actions={
        lines && lines.length > 0 ? (
          <>
            {!decided && first.length > 1 && (
              <ButtonLink to={links.finalists(slug)}>{m.jury_finalists_open()}</ButtonLink>
            )}
            <ButtonLink look="primary" to={decided ? links.result(slug) : links.decision(slug)}>
              {decided ? m.jury_room_to_result() : m.jury_room_to_decision()}
            </ButtonLink>
          </>
        ) : null
      }
    >
      {lines === null ? (
        <DarkLightTable phase={phase} votingClosesAt={votingClosesAt} zone={zone} />
      ) : lines.length === 0 ? (
        <EmptyState title={m.jury_room_none_title()}>{m.jury_room_none_text()}</EmptyState>
      ) : (
        <>
          <Section
            title={m.jury_room_candidates({ count: first.length })}
            actions={m.jury_room_progress({ done: judged, count: first.length })}
          >
            <ContactSheet slug={slug} lines={first} large />
          </Section>
          {others.length > 0 && (
            <Section title={m.jury_room_others()}>
              <ContactSheet slug={slug} lines={others} />
            </Section>
          )}
          {archive && (
            <Section
              title={m.jury_archive_title()}
              lead={archive.archived === 'originals' ? m.jury_archive_originals() : m.jury_archive_renditions()}
            >
              <ArchiveButton action={links.panelArchive(slug)} pictures={archive.pictures} bytes={archive.bytes} />
            </Section>
          )}
        </>
      )}
    </Page>
  )
}
