import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { has } from '#app/accounts/roles.ts'
import { links } from '#app/http/links.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listRuns, type RunView } from '#app/production/runs.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { byline } from '#app/ui/byline.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { RunRail } from '#app/ui/run-rail.tsx'
import { Section } from '#app/ui/section.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_title() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  return {
    runs: await listRuns(context.db, viewer, context.clock()),
    producer: has(viewer, 'producer') || has(viewer, 'admin'),
  }
}

export default function Pipeline() {
  const { runs, producer } = useLoaderData<typeof loader>()
  return (
    <Page
      width="wide"
      title={m.production_title()}
      lead={m.production_lead()}
      actions={producer && <ButtonLink to={links.productionBoard()}>{m.production_board_link()}</ButtonLink>}
    >
      {runs.length === 0 ? (
        <EmptyState icon="factory" title={m.production_empty_title()}>
          {m.production_empty_text()}
        </EmptyState>
      ) : (
        <>
          <Runs runs={runs.filter(({ stage, go }) => stage !== 'launched' && go !== false)} />
          <Past title={m.production_launched_title()} runs={runs.filter(({ stage }) => stage === 'launched')} />
          <Past title={m.production_stopped_runs_title()} runs={runs.filter(({ go }) => go === false)} />
        </>
      )}
    </Page>
  )
}

function Past({ title, runs }: { title: string; runs: readonly RunView[] }) {
  if (runs.length === 0) return null
  return (
    <Section title={title}>
      <Runs runs={runs} level={3} />
    </Section>
  )
}

function Runs({ runs, level = 2 }: { runs: readonly RunView[]; level?: 2 | 3 }) {
  if (runs.length === 0) return null
  return (
    <ul>
      {runs.map((run) => (
        <RunRow key={run.id} run={run} level={level} />
      ))}
    </ul>
  )
}

function RunRow({ run, level }: { run: RunView; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const { entry, contest } = run
  return (
    <li className="grid gap-x-10 gap-y-6 border-line border-t py-10 first:border-t-0 first:pt-0 md:grid-cols-[14rem_minmax(0,1fr)]">
      <Link to={links.run(run.id)} tabIndex={-1} aria-hidden="true">
        {entry.picture && <Picture picture={entry.picture} sizes="(min-width: 48rem) 14rem, 100vw" alt="" />}
      </Link>
      <div>
        <Heading className="text-2xl">
          <Link to={links.run(run.id)} className="hover:text-accent">
            {entry.title}
          </Link>
        </Heading>
        <p className="mb-8 text-quiet">
          {m.production_by({ names: byline(entry.authors) })}, {contest.title}
        </p>
        {run.go === false ? (
          <p className="font-medium">{m.production_stopped_title()}</p>
        ) : (
          <RunRail stations={run.stations} zone={contest.zone} />
        )}
      </div>
    </li>
  )
}
