import type { AppLoadContext } from '@remix-run/node'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { closeVoting } from '#app/voting/close-voting.server.ts'
import { forbidden, notFound } from './respond.server.ts'
import { requireRole } from './viewer.server.ts'

/** A juror with a seat on this contest's panel; others get the 403 page, an unknown contest the 404 page. */
export async function requireSeat(
  context: AppLoadContext,
  request: Request,
  slug: string | undefined,
): Promise<{ viewer: Viewer; facts: ContestFacts }> {
  const viewer = await requireRole(context, request, 'juror')
  const facts = slug === undefined ? undefined : await findClosedContest(context, slug)
  if (!facts) throw notFound()
  if (!facts.panel.includes(viewer.id)) throw forbidden('not-on-this-panel')
  return { viewer, facts }
}

/** Who may answer for the brand: an admin, or a juror of this contest's panel. */
export async function requireAnswerer(
  context: AppLoadContext,
  request: Request,
  slug: string | undefined,
): Promise<{ viewer: Viewer; facts: ContestFacts }> {
  const viewer = await requireRole(context, request, 'admin', 'juror')
  const facts = slug === undefined ? undefined : await findClosedContest(context, slug)
  if (!facts) throw notFound()
  if (!has(viewer, 'admin') && !facts.panel.includes(viewer.id)) throw forbidden('not-on-this-panel')
  return { viewer, facts }
}

/** The server freezes a vote at the instant it closes; a juror who is faster finds it frozen all the same, and waits for the count. */
async function findClosedContest({ db, clock }: AppLoadContext, slug: string): Promise<ContestFacts | undefined> {
  const facts = await findContestFacts(db, { slug })
  const now = clock()
  if (!facts || facts.frozenAt !== null || phaseAt(facts.schedule, now) !== 'jury') return facts
  await closeVoting(db, { contestId: facts.contest.id }, now)
  return findContestFacts(db, { slug })
}
