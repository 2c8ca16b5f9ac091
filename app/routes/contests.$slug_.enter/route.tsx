import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isStaff } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { listGuidedQuestions } from '#app/entries/entry-contents.server.ts'
import { listMyEntries } from '#app/entries/my-entries.server.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { type FormRefusal, notFound, refuse } from '#app/http/respond.server.ts'
import { findViewer, requireMember } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { printWishOf } from '#app/images/print-wish.ts'
import { ContestRail } from '#app/ui/contest-rail.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { MyDrafts } from './my-drafts.tsx'
import { StartPanel } from './start-panel.tsx'
import { WhatIsAsked } from './what-is-asked.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = context.clock()
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  const phase = facts && phaseAt(facts.schedule, now)
  if (!facts || !phase || phase === 'draft') throw notFound()
  const viewer = await findViewer(context, request)
  const { contest } = facts
  const mine = viewer ? await listMyEntries(context.db, { viewer, contestId: contest.id }, now) : []
  const { slug, title, zone, opensAt, votingOpensAt, entriesPerPerson, enterAccountAgeDays } = contest
  const { minimumPictures, maximumPictures, minimumWidthPx, minimumHeightPx } = contest
  return {
    contest: {
      ...{ slug, title, zone, opensAt, votingOpensAt, entriesPerPerson, enterAccountAgeDays, phase },
      ...{ minimumPictures, maximumPictures, minimumWidthPx, minimumHeightPx, print: printWishOf(contest) },
    },
    schedule: facts.schedule,
    questions: await listGuidedQuestions(context.db, contest.id),
    mine,
    who: viewer === null ? 'visitor' : isStaff(viewer) ? 'staff' : viewer.emailConfirmed ? 'member' : 'unconfirmed',
    now: now.toISOString(),
  } as const
}

export type EnterData = Awaited<ReturnType<typeof loader>>

/** Makes the draft: the page on which the rest happens is the draft's own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const designer = await requireMember(context, request)
  const over = await overLimit(context, [['writePerPerson', designer.id]])
  if (over) return over
  const facts = await findContestFacts(context.db, { slug: params.slug ?? '' })
  if (!facts) throw notFound()
  const outcome = await startEntry(context.db, { contestId: facts.contest.id, designer }, context.clock())
  if (outcome.ok) return redirect(links.editEntry(outcome.value), 303)
  if (outcome.refusal === 'contest-not-found') throw notFound()
  const { entriesPerPerson: most, enterAccountAgeDays: days } = facts.contest
  return refuse(outcome.refusal, { details: { most, days } })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? m.entries_enter_title({ contest: data.contest.title }) : '' })

export default function Enter() {
  const { contest, schedule, questions, mine, who, now } = useLoaderData<typeof loader>()
  const refusal = useActionData<FormRefusal>()
  return (
    <Page
      kicker={m.entries_enter_kicker()}
      title={contest.title}
      back={{ to: links.contest(contest.slug), label: m.entries_back_to_brief() }}
      lead={m.entries_enter_lead()}
    >
      <ErrorSummary errors={refusal?.errors} />
      <div className="mb-12">
        <ContestRail schedule={schedule} zone={contest.zone} now={now} />
      </div>
      <MyDrafts entries={mine} />
      <StartPanel contest={contest} who={who} mine={mine} now={now} />
      <WhatIsAsked contest={contest} questions={questions} />
    </Page>
  )
}
