import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { isStaff } from '#app/accounts/roles.ts'
import { listEndedContests, listRunningContests } from '#app/contests/contest-lists.server.ts'
import { listRecentEntries } from '#app/entries/recent-entries.server.ts'
import { links } from '#app/http/links.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listProducts } from '#app/production/products.server.ts'
import { listRuns } from '#app/production/runs.server.ts'
import { EntryWall } from '#app/ui/entry-wall.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'
import { RunLine } from './being-made.tsx'
import { ContestStrip } from './contest-strip.tsx'
import { LeadBrief } from './lead-brief.tsx'
import { chooseLead } from './lead-contest.ts'
import { ProductPiece } from './product-piece.tsx'
import { listStrips } from './strips.server.ts'
import { Welcome } from './welcome.tsx'

const RECENT_ENTRIES_MOST = 24
const RUNS_MOST = 4
const PRODUCTS_MOST = 6

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { db } = context
  const now = context.clock()
  const viewer = await findViewer(context, request)
  const running = await listRunningContests(db, now)
  const { contests: ended } = await listEndedContests(db, { page: 1 }, now)
  const lead = chooseLead(running, ended)
  const others = running.filter(({ contestId }) => contestId !== lead?.contestId)
  const runs = await listRuns(db, viewer, now)
  return {
    now: now.toISOString(),
    signedIn: viewer !== null,
    takesPart: !isStaff(viewer),
    lead,
    voting: await listStrips(
      context,
      others.filter(({ phase }) => phase === 'voting'),
      viewer,
    ),
    open: await listStrips(
      context,
      others.filter(({ phase }) => phase === 'open'),
      viewer,
    ),
    runs: runs.filter(({ stage, go }) => stage !== 'launched' && go !== false).slice(0, RUNS_MOST),
    products: (await listProducts(db, viewer, now)).slice(0, PRODUCTS_MOST),
    recent: await listRecentEntries(db, { viewer, most: RECENT_ENTRIES_MOST }, now),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, { picture: data?.lead?.head })

export default function Home() {
  const { now, signedIn, takesPart, lead, voting, open, runs, products, recent } = useLoaderData<typeof loader>()
  return (
    <>
      {lead ? <LeadBrief contest={lead} takesPart={takesPart} now={now} /> : <Welcome signedIn={signedIn} />}
      <div className="gutter mx-auto w-full max-w-wide pt-14 pb-24 empty:hidden">
        {voting.length > 0 && (
          <Section title={m.home_voting_title()} actions={<More to={links.contests()} label={m.home_all_contests()} />}>
            <ul>
              {voting.map((strip) => (
                <ContestStrip key={strip.contest.slug} {...strip} takesPart={takesPart} now={now} />
              ))}
            </ul>
          </Section>
        )}
        {open.length > 0 && (
          <Section title={m.home_open_title()} actions={<More to={links.contests()} label={m.home_all_contests()} />}>
            <ul>
              {open.map((strip) => (
                <ContestStrip key={strip.contest.slug} {...strip} takesPart={takesPart} now={now} />
              ))}
            </ul>
          </Section>
        )}
        {runs.length > 0 && (
          <Section title={m.home_making_title()} actions={<More to={links.production()} label={m.home_all_runs()} />}>
            <ul>
              {runs.map((run) => (
                <RunLine key={run.id} run={run} />
              ))}
            </ul>
          </Section>
        )}
        {products.length > 0 && (
          <Section
            title={m.home_products_title()}
            actions={<More to={links.products()} label={m.home_all_products()} />}
          >
            <ul className="grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
              {products.map((product) => (
                <ProductPiece key={product.slug} product={product} alone={products.length === 1} />
              ))}
            </ul>
          </Section>
        )}
        {recent.length > 0 && (
          <Section title={m.home_recent_title()}>
            <EntryWall entries={recent} label={m.home_recent_title()} withContest />
          </Section>
        )}
      </div>
    </>
  )
}

function More({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="link">
      {label}
    </Link>
  )
}
