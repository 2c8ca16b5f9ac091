import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Viewer } from '#app/accounts/roles.ts'
import type { VotingMethod } from '#app/contests/brief.ts'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { type Phase, phaseAt, type Schedule } from '#app/contests/schedule.ts'
import { boothSpendings } from '#app/http/booth-limits.ts'
import { newDeviceCookie, readDevice } from '#app/http/device-cookie.ts'
import { spend, type Wait } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { type FormErrors, readForm, type Typed } from '#app/http/read-form.server.ts'
import { inWords, type Refusal } from '#app/http/refusals.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { readWhence } from '#app/http/whence.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { mayVoteFrom, type VoteRefusal, whyNotVote } from '#app/voting/ballot.ts'
import { type Booth, findBooth } from '#app/voting/booths.server.ts'
import { type DuelBooth, findDuelBooth } from '#app/voting/duel-booths.server.ts'
import { issueChallenge, readChallenge } from '#app/voting/proof/challenges.server.ts'
import { isProofNeeded } from '#app/voting/proof/proof-needs.server.ts'
import type { Whence } from '#app/voting/trace.ts'
import type { VoterKey } from '#app/voting/voters.server.ts'

/** What the booth shows, as the page and as the answer to the booth's own requests. */
export interface BoothView {
  contest: {
    slug: string
    title: string
    zone: string
    method: VotingMethod
    phase: Phase
    votingOpensAt: string
    votingClosesAt: string
    schedule: Schedule
    minimumScores: number
    extensionDays: number
  }
  /** null while this voter may vote. */
  whyNot: VoteRefusal | null
  sentence: string | null
  /** For accounts that are too young: from when they may. */
  young: { days: number; from: string } | null
  /** The booth of the contest's way of voting; the other one is null, and so are both when this voter may not vote. */
  booth: Booth | null
  duels: DuelBooth | null
  /** To be solved before the ballot begins; null in quiet times and once it has begun. */
  challenge: string | null
}

export interface BoothAnswer {
  errors: FormErrors
  typed: Typed
  view: BoothView
}

type RouteArgs = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/** The loader of the booth and of its acts, which show the same page when they are refused. Hands nothing. */
export async function loadBooth({ request, params, context }: RouteArgs) {
  const voter = await requireViewer(context, request)
  const facts = await findVote(context, params)
  const view = await readView(context, voter, facts, readWhence(context, request))
  const known = readDevice(request.headers.get('Cookie'), context.config) !== null
  const headers = known || view.whyNot ? undefined : { 'Set-Cookie': newDeviceCookie(context.config) }
  return data(view, { status: isAboutPerson(view.whyNot) ? 403 : 200, headers })
}

/** An act in the booth: one form, one verb. The booth's own requests get the next view, a plain form is sent back to the page. */
export async function actInBooth<Schema extends z.ZodType>(
  { request, params, context }: ActionFunctionArgs,
  voter: Viewer,
  schema: Schema,
  act: (form: z.output<Schema>, key: VoterKey, whence: Whence) => Promise<Outcome<unknown, Refusal | Wait>>,
) {
  const facts = await findVote(context, params)
  const whence = readWhence(context, request)
  const form = await readForm(request, schema)
  if (!form.ok) return answer({ errors: form.errors, typed: form.typed }, 422)
  const wait = await spend(context, boothSpendings(voter.id, whence))
  if (wait) return answer({ errors: { '': [wait.sentence] }, typed: form.typed }, wait.status)
  const outcome = await act(form.value, { contestId: facts.contest.id, voterId: voter.id }, whence)
  if (outcome.ok) {
    if (form.typed.via !== 'booth') return redirect(links.booth(facts.contest.slug), { status: 303 })
    return answer({ errors: {}, typed: {} }, 200)
  }
  const { status, sentence } = typeof outcome.refusal === 'string' ? inWords(outcome.refusal) : outcome.refusal
  return answer({ errors: { '': [sentence] }, typed: form.typed }, status)

  async function answer(said: Pick<BoothAnswer, 'errors' | 'typed'>, status: number) {
    return data<BoothAnswer>(
      { ...said, view: await readView(context, voter, await findVote(context, params), whence, said.typed) },
      { status },
    )
  }
}

async function findVote(context: RouteArgs['context'], { slug = '' }: RouteArgs['params']): Promise<ContestFacts> {
  const facts = await findContestFacts(context.db, { slug })
  if (!facts?.schedule.publishedAt) throw notFound()
  return facts
}

async function readView(
  { db, clock }: RouteArgs['context'],
  voter: Viewer,
  facts: ContestFacts,
  { address }: Whence,
  typed: Typed = {},
): Promise<BoothView> {
  const now = clock()
  const { id, slug, title, zone, method, votingOpensAt, votingClosesAt, voteAccountAgeDays } = facts.contest
  const { minimumScores, extensionDays } = facts.contest
  const whyNot = whyNotVote(voter, facts, now)
  const key = { contestId: id, voterId: voter.id }
  const young = whyNot === 'account-too-young-to-vote'
  return {
    contest: {
      ...{ slug, title, zone, method, votingOpensAt, votingClosesAt, minimumScores, extensionDays },
      phase: phaseAt(facts.schedule, now),
      schedule: facts.schedule,
    },
    whyNot,
    sentence: whyNot && inWords(whyNot).sentence,
    young: young ? { days: voteAccountAgeDays, from: mayVoteFrom(voter, voteAccountAgeDays).toISOString() } : null,
    booth: whyNot === null && method === 'scores' ? await findBooth(db, key) : null,
    duels: whyNot === null && method === 'duels' ? await findDuelBooth(db, key) : null,
    challenge:
      whyNot === null && (await isProofNeeded(db, { ...key, address }, now)) ? challengeFor(key, typed, now) : null,
  }
}

/** Who was told to wait goes on with the challenge that they wait with. */
function challengeFor(key: VoterKey, { challenge }: Typed, now: Date): string {
  return typeof challenge === 'string' && readChallenge(challenge, key, now) ? challenge : issueChallenge(key, now)
}

function isAboutPerson(whyNot: VoteRefusal | null): boolean {
  return whyNot !== null && whyNot !== 'voting-not-begun' && whyNot !== 'voting-over'
}
