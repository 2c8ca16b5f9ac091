import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { has } from '#app/accounts/roles.ts'
import { weighArchivedArtworks } from '#app/entries/archived-artworks.server.ts'
import { listArtworks } from '#app/entries/entry-contents.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { fileStanding } from '#app/production/production-file.ts'
import { findPrintWish, listProductionFiles, maySeeFiles } from '#app/production/production-files.server.ts'
import { findRunFacts } from '#app/production/run-facts.server.ts'
import {
  findGoDecision,
  listNotes,
  listSignatures,
  listStageOwners,
  type StageNote,
} from '#app/production/run-notes.server.ts'
import { findRun } from '#app/production/runs.server.ts'
import { closedGate, closedHandIn, type Stage } from '#app/production/stages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { byline } from '#app/ui/byline.ts'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { RunRail } from '#app/ui/run-rail.tsx'
import { Section } from '#app/ui/section.tsx'
import { Desk } from './desk.tsx'
import { Notes } from './notes.tsx'
import { ProductionFile } from './production-file.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${data.run.entry.title}: ${m.production_title()}` : m.production_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const { db } = context
  const runId = params.runId ?? ''
  const now = context.clock()
  const run = await findRun(db, runId, viewer, now)
  const facts = await findRunFacts(db, runId)
  if (!run || !facts) throw notFound()
  const notes = await listNotes(db, runId, viewer)
  const producing = has(viewer, 'producer') || has(viewer, 'admin')
  return {
    run,
    notes: notes.map((note) => ({ ...note, html: renderMarkdown(note.text, { topHeading: 3 }) })),
    goDecision: await findGoDecision(db, runId),
    maySign: viewer !== null && facts.unsigned.includes(viewer.id) && facts.go !== false,
    files: maySeeFiles(facts, viewer)
      ? {
          versions: await listProductionFiles(db, runId),
          standing: fileStanding(facts.file, now),
          wish: await findPrintWish(db, runId),
          pictures: await listArtworks(db, facts.run.entryId),
          closed: closedHandIn(facts.stage, facts.go),
        }
      : null,
    desk: producing
      ? {
          gate: closedGate(facts.stage, facts, now),
          signatures: await listSignatures(db, runId, facts.makers),
          owners: await listStageOwners(db),
          archive: has(viewer, 'producer') ? await weighArchivedArtworks(db, [facts.run.entryId], 'originals') : null,
        }
      : null,
  }
}

export default function RunPage() {
  const { run, notes, goDecision, maySign, files, desk } = useLoaderData<typeof loader>()
  const { entry, contest } = run
  return (
    <Page
      width="wide"
      kicker={contest.title}
      title={entry.title}
      lead={m.production_by({ names: byline(entry.authors) })}
      back={{ to: links.production(), label: m.production_title() }}
      actions={
        <>
          {maySign && (
            <ButtonLink look="primary" to={links.agreement(run.id)}>
              {m.production_sign_link()}
            </ButtonLink>
          )}
          {run.productSlug && (
            <ButtonLink look="primary" to={links.product(run.productSlug)}>
              {m.production_to_product()}
            </ButtonLink>
          )}
        </>
      }
    >
      <RunRail stations={run.stations} zone={contest.zone} full photos={latestPhotos(notes)} />
      {goDecision && (
        <div className="mt-10">
          <Notice
            tone={goDecision.go ? 'done' : 'danger'}
            title={goDecision.go ? m.production_go_title() : m.production_stopped_title()}
          >
            <p>{goDecision.reason}</p>
            <p className="mt-1 text-quiet text-sm">
              {goDecision.deciderName ?? m.production_former()},{' '}
              <Moment at={goDecision.decidedAt} zone={contest.zone} />
            </p>
          </Notice>
        </div>
      )}
      {files && <ProductionFile run={run} mayRule={desk !== null} {...files} />}
      {desk && <Desk run={run} {...desk} />}
      <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Section title={m.production_notes_title()}>
          <Notes notes={notes} zone={contest.zone} />
        </Section>
        <aside>
          {entry.picture && <Picture picture={entry.picture} sizes="(min-width: 64rem) 20rem, 100vw" />}
          <p className="mt-3 text-quiet text-sm">
            {m.production_from_contest()}{' '}
            <Link to={links.result(contest.slug)} className="link">
              {contest.title}
            </Link>
          </p>
        </aside>
      </div>
    </Page>
  )
}

/** The notes come latest first, so the first picture met on a stage is its latest. */
function latestPhotos(notes: readonly StageNote[]): Partial<Record<Stage, PictureView>> {
  const photos: Partial<Record<Stage, PictureView>> = {}
  for (const { stage, audience, pictures } of notes) if (audience === 'public') photos[stage] ??= pictures[0]
  return photos
}
