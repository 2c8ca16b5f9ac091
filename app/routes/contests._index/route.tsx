import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listEndedContests, listRunningContests } from '#app/contests/contest-lists.server.ts'
import { countPublishedEntries } from '#app/entries/published-count.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Section } from '#app/ui/section.tsx'
import { ContestPiece, type ListedContest } from './contest-piece.tsx'

export async function loader({ request, context: { db, clock } }: LoaderFunctionArgs) {
  const now = clock()
  const page = Number(new URL(request.url).searchParams.get('page')) || 1
  const running = await listRunningContests(db, now)
  const ended = await listEndedContests(db, { page: Math.trunc(page) }, now)
  const counts = await countPublishedEntries(
    db,
    [...running, ...ended.contests].map(({ contestId }) => contestId),
  )
  const counted = (cards: typeof running) =>
    cards.map((card) => ({ ...card, entries: counts.get(card.contestId) ?? 0 }))
  return { now: now.toISOString(), running: counted(running), ended: { ...ended, contests: counted(ended.contests) } }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.contests_list_title() })

export default function Contests() {
  const { running, ended, now } = useLoaderData<typeof loader>()
  const inPhase = (...phases: string[]) => running.filter(({ phase }) => phases.includes(phase))
  return (
    <Page title={m.contests_list_title()} lead={m.contests_list_lead()} width="wide">
      <Group
        title={m.contests_list_open()}
        contests={inPhase('open')}
        now={now}
        empty={m.contests_list_open_empty()}
        large
      />
      <Group
        title={m.contests_list_voting()}
        contests={inPhase('voting')}
        now={now}
        empty={m.contests_list_voting_empty()}
      />
      {inPhase('announced').length > 0 && (
        <Group title={m.contests_list_announced()} contests={inPhase('announced')} now={now} />
      )}
      {inPhase('jury').length > 0 && <Group title={m.contests_list_jury()} contests={inPhase('jury')} now={now} />}
      <Section id="decided" title={m.contests_list_decided()}>
        {ended.contests.length > 0 ? (
          <Pieces contests={ended.contests} now={now} />
        ) : (
          <p className="max-w-text text-quiet">{m.contests_list_decided_empty()}</p>
        )}
        <Pager page={ended.page} pages={ended.pages} hrefFor={(page) => `${links.contests()}?page=${page}#decided`} />
      </Section>
    </Page>
  )
}

type GroupProps = { title: string; contests: readonly ListedContest[]; now: string; empty?: string; large?: boolean }

function Group({ title, contests, now, empty, large }: GroupProps) {
  return (
    <Section title={title}>
      {contests.length > 0 ? (
        <Pieces contests={contests} now={now} large={large} />
      ) : (
        <EmptyState icon="calendar">{empty}</EmptyState>
      )}
    </Section>
  )
}

function Pieces({
  contests,
  now,
  large = false,
}: {
  contests: readonly ListedContest[]
  now: string
  large?: boolean
}) {
  return (
    <ul className={`grid gap-x-8 gap-y-12 ${large ? 'md:grid-cols-2' : 'sm:grid-cols-2 lg:grid-cols-3'}`}>
      {contests.map((contest, index) => (
        <ContestPiece
          key={contest.contestId}
          contest={contest}
          now={now}
          eager={large && index < 2}
          alone={contests.length === 1}
        />
      ))}
    </ul>
  )
}
