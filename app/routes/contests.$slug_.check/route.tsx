import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { findDecisionHash } from '#app/jury/decisions.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { momentText } from '#app/ui/moment-text.ts'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'
import { findFreeze } from '#app/voting/freezes.server.ts'
import { Checker } from './checker.tsx'
import { Commands } from './commands.tsx'
import { WhatIsProved } from './what-is-proved.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const now = context.clock()
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts?.schedule.publishedAt) throw notFound()
  const { slug, title, zone, votingClosesAt } = facts.contest
  const open = maySee(viewer, 'standings', facts, now)
  const freeze = open ? await findFreeze(context.db, facts.contest.id) : undefined
  return {
    ...{ slug, title, zone, votingClosesAt },
    ...{ schedule: facts.schedule, now: now.toISOString(), phase: phaseAt(facts.schedule, now) },
    /** Of what was counted; null while it may not be seen. */
    digest: freeze?.tally?.digest ?? null,
    /** Of what the jury signed; null before. */
    decided: maySee(viewer, 'decision', facts, now) ? await findDecisionHash(context.db, facts.contest.id) : null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: [m.voting_check_title(), data?.title].filter(Boolean).join(' · ') })

export default function CheckPage() {
  const { slug, title, zone, votingClosesAt, schedule, now, phase, digest, decided } = useLoaderData<typeof loader>()
  const close = momentText(votingClosesAt, zone, getLocale(), 'minute')
  const sealed = phase === 'jury' ? m.voting_check_sealed_jury() : m.voting_check_sealed_voting({ close })
  return (
    <Page
      kicker={title}
      title={m.voting_check_title()}
      lead={m.voting_check_lead()}
      back={{ to: links.result(slug), label: m.jury_result_title() }}
    >
      <ContestRail schedule={schedule} zone={zone} now={now} />
      {digest === null ? (
        <EmptyState
          icon="seal"
          title={m.voting_check_sealed_title()}
          act={<ButtonLink to={`${links.contestLog(slug)}#heads`}>{m.voting_check_heads_link()}</ButtonLink>}
        >
          {phase === 'cancelled' ? m.voting_check_cancelled() : sealed}
        </EmptyState>
      ) : (
        <Checker slug={slug} digest={digest} decided={decided} />
      )}
      <WhatIsProved />
      <Section title={m.voting_check_commands_title()} lead={m.voting_check_commands_lead()} id="commands">
        <Commands slug={slug} open={digest !== null} />
      </Section>
    </Page>
  )
}
