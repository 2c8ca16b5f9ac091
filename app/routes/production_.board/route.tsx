import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listRuns, type RunView } from '#app/production/runs.server.ts'
import { STAGES } from '#app/production/stages.ts'
import { byline } from '#app/ui/byline.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.production_board_title() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireRole(context, request, 'producer', 'admin')
  const runs = await listRuns(context.db, viewer, context.clock())
  return { runs: runs.filter(({ go }) => go !== false) }
}

export default function Board() {
  const { runs } = useLoaderData<typeof loader>()
  return (
    <Page
      width="wide"
      title={m.production_board_title()}
      lead={m.production_board_lead()}
      back={{ to: links.production(), label: m.production_title() }}
    >
      {runs.length === 0 ? (
        <EmptyState icon="factory" title={m.production_empty_title()}>
          {m.production_empty_text()}
        </EmptyState>
      ) : (
        <section aria-label={m.production_board_title()} className="lg:overflow-x-auto">
          <ol className="grid gap-4 lg:min-w-[72rem] lg:grid-cols-8">
            {STAGES.map((stage) => (
              <li key={stage} className="border-ink border-t pt-2">
                <h2 className="font-medium font-sans text-sm">{STAGE_WORDS[stage]()}</h2>
                <ul className="grid grid-cols-2 gap-x-4 gap-y-6 pt-4 empty:hidden sm:grid-cols-4 lg:grid-cols-1">
                  {runs
                    .filter((run) => run.stage === stage)
                    .map((run) => (
                      <Card key={run.id} run={run} />
                    ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>
  )
}

function Card({ run }: { run: RunView }) {
  const { entry, contest, stage } = run
  const station = run.stations.find((one) => one.stage === stage)
  return (
    <li className="text-sm">
      <Link to={links.run(run.id)} className="group block">
        {entry.picture && <Picture picture={entry.picture} alt="" sizes="10rem" />}
        <span className="mt-2 block font-medium group-hover:text-accent">{entry.title}</span>
      </Link>
      <p className="text-quiet">{byline(entry.authors)}</p>
      <p className="mt-1 text-quiet text-xs">{station?.ownerName ?? m.production_owner_nobody()}</p>
      {station?.dueAt && (
        <p className={`text-xs tabular-nums ${station.late ? 'font-medium text-amber' : 'text-quiet'}`}>
          <Moment at={station.dueAt} zone={contest.zone} precision="day" />
          {station.late && `, ${m.production_late()}`}
        </p>
      )}
    </li>
  )
}
