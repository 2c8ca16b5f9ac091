import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Viewer } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
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
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { scoreFormSchema, whyNotVote } from '#app/voting/ballot.ts'
import { findBallot } from '#app/voting/ballots.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { findOwnHold } from '#app/voting/desk/own-holds.server.ts'
import { duelFormSchema } from '#app/voting/duel.ts'
import { findDuelBallot } from '#app/voting/duel-ballots.server.ts'
import { findReceipt } from '#app/voting/receipts.server.ts'
import { BallotLines } from './ballot-lines.tsx'
import { BallotState } from './ballot-state.tsx'
import { DuelLines } from './duel-lines.tsx'
import { HeldNotice } from './held.tsx'
import { ReceiptOfBallot } from './receipt.tsx'

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageMeta(matches, { title: [m.voting_ballot_title(), loaded?.contest.title].filter(Boolean).join(' · ') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const voter = await requireViewer(context, request)
  const facts = await findVote(context, params)
  const whyNot = whyNotVote(voter, facts, context.clock())
  const { id, slug, title, zone, method, votingClosesAt } = facts.contest
  const key = { contestId: id, voterId: voter.id }
  const told = whyNot === 'voting-over' && maySee(voter, 'desk', facts, context.clock())
  const hold = told ? await findOwnHold(context.db, key) : null
  return {
    contest: { slug, title, zone, method, votingClosesAt },
    /** Whether scores can still be changed by this voter. */
    open: whyNot === null,
    closed: whyNot === 'voting-over',
    ballot: method === 'scores' ? await findBallot(context.db, key) : null,
    duels: method === 'duels' ? await findDuelBallot(context.db, key) : null,
    receipt: await findReceipt(context.db, key),
    hold: hold && { kind: hold.kind, spoken: hold.spoken },
    counted: facts.countedAt !== null,
  }
}

/** Changes one score, or one answer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const voter = await requireViewer(context, request)
  const { contest } = await findVote(context, params)
  return contest.method === 'duels'
    ? changeAnswer({ request, context }, voter, contest)
    : changeScore({ request, context }, voter, contest)
}

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>

async function changeScore({ request, context }: Asked, voter: Viewer, contest: { id: string; slug: string }) {
  const form = await readForm(request, scoreFormSchema)
  if (!form.ok) return formRefused(form)
  const { entryId, score } = form.value
  const whence = readWhence(context, request)
  const waiting = await overLimit(context, boothSpendings(voter.id, whence), form.typed)
  if (waiting) return waiting
  const key = { contestId: contest.id, voterId: voter.id }
  const outcome = await castScore(context.db, { ...key, entryId, value: score, whence }, context.clock())
  if (!outcome.ok) return refuse(outcome.refusal, { typed: form.typed })
  const text = m.voting_ballot_changed({ title: outcome.value.title, score })
  return redirectWithFlash(`${links.ballot(contest.slug)}#entry-${entryId}`, text)
}

async function changeAnswer({ request, context }: Asked, voter: Viewer, contest: { id: string; slug: string }) {
  const form = await readForm(request, duelFormSchema)
  if (!form.ok) return formRefused(form)
  const whence = readWhence(context, request)
  const waiting = await overLimit(context, boothSpendings(voter.id, whence), form.typed)
  if (waiting) return waiting
  const key = { contestId: contest.id, voterId: voter.id }
  const outcome = await answerDuel(context.db, { ...key, ...form.value, whence }, context.clock())
  if (!outcome.ok) return refuse(outcome.refusal, { typed: form.typed })
  return redirectWithFlash(`${links.ballot(contest.slug)}#duel-${form.value.number}`, m.voting_ballot_duel_changed())
}

async function findVote(context: LoaderFunctionArgs['context'], { slug = '' }: LoaderFunctionArgs['params']) {
  const facts = await findContestFacts(context.db, { slug })
  if (!facts?.schedule.publishedAt) throw notFound()
  return facts
}

export default function BallotRoute() {
  const { contest, open, closed, ballot, duels, receipt, hold, counted } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const close = momentText(contest.votingClosesAt, contest.zone, getLocale(), 'minute')
  const state = { slug: contest.slug, open, closed, held: hold !== null }
  return (
    <Page
      title={m.voting_ballot_title()}
      kicker={contest.title}
      back={{ to: links.contest(contest.slug), label: m.voting_booth_back() }}
      lead={closed ? m.voting_ballot_lead_closed({ close }) : m.voting_ballot_lead_open({ close })}
    >
      <ErrorSummary errors={refused?.errors} />
      {hold && <HeldNotice slug={contest.slug} hold={hold} over={counted} />}
      {ballot && <BallotState {...state} method="scores" ballot={ballot} />}
      {ballot && <BallotLines slug={contest.slug} ballot={ballot} open={open} typed={refused?.typed ?? {}} />}
      {duels && <BallotState {...state} method="duels" ballot={duels} />}
      {duels && <DuelLines slug={contest.slug} ballot={duels} open={open} typed={refused?.typed ?? {}} />}
      {receipt && <ReceiptOfBallot slug={contest.slug} receipt={receipt} zone={contest.zone} />}
    </Page>
  )
}
