import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Viewer } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { boothSpendings } from '#app/http/booth-limits.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { readWhence } from '#app/http/whence.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { momentText } from '#app/ui/moment-text.ts'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { scoreFormSchema, whyNotVote } from '#app/voting/ballot.ts'
import { findBallot } from '#app/voting/ballots.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import { BallotLines } from './ballot-lines.tsx'
import { BallotState } from './ballot-state.tsx'

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: [m.voting_ballot_title(), loaded?.contest.title].filter(Boolean).join(' · ') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const voter = await requireViewer(context, request)
  const facts = await findVote(context, params)
  const whyNot = whyNotVote(voter, facts, context.clock())
  const { id, slug, title, zone, votingClosesAt } = facts.contest
  return {
    contest: { slug, title, zone, votingClosesAt },
    /** Whether scores can still be changed by this voter. */
    open: whyNot === null,
    closed: whyNot === 'voting-over',
    ballot: await findBallot(context.db, { contestId: id, voterId: voter.id }),
  }
}

/** Changes one score. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const voter: Viewer = await requireViewer(context, request)
  const { contest } = await findVote(context, params)
  const form = await readForm(request, scoreFormSchema)
  if (!form.ok) return formRefused(form)
  const { entryId, score } = form.value
  const whence = readWhence(context, request)
  const waiting = await overLimit(context, boothSpendings(voter.id, whence), form.typed)
  if (waiting) return waiting
  const key = { contestId: contest.id, voterId: voter.id }
  const outcome = await castScore(context.db, { ...key, entryId, value: score }, context.clock())
  if (!outcome.ok) return refuse(outcome.refusal, { typed: form.typed })
  await noteTrace(context.db, { ...key, ...whence }, context.clock())
  const text = m.voting_ballot_changed({ title: outcome.value.title, score })
  return redirectWithFlash(`${links.ballot(contest.slug)}#entry-${entryId}`, text)
}

async function findVote(context: LoaderFunctionArgs['context'], { slug = '' }: LoaderFunctionArgs['params']) {
  const facts = await findContestFacts(context.db, { slug })
  if (!facts?.schedule.publishedAt) throw notFound()
  return facts
}

export default function BallotRoute() {
  const { contest, open, closed, ballot } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const close = momentText(contest.votingClosesAt, contest.zone, getLocale(), 'minute')
  return (
    <Page
      title={m.voting_ballot_title()}
      kicker={contest.title}
      back={{ to: links.contest(contest.slug), label: m.voting_booth_back() }}
      lead={closed ? m.voting_ballot_lead_closed({ close }) : m.voting_ballot_lead_open({ close })}
    >
      <ErrorSummary errors={refused?.errors} />
      <BallotState slug={contest.slug} ballot={ballot} open={open} closed={closed} />
      <BallotLines slug={contest.slug} ballot={ballot} open={open} typed={refused?.typed ?? {}} />
    </Page>
  )
}
