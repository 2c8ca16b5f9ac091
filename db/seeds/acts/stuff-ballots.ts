import type { Score } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import { accepted } from '../accepted.ts'
import { NEWCOMERS } from '../words/newcomers.ts'
import type { World } from '../world.ts'
import type { EnteredDesign } from './enter-designs.ts'
import { designsOf } from './fill-ballots.ts'
import type { HeldContest } from './hold-contest.ts'

export interface StuffingPlan {
  entries: readonly EnteredDesign[]
  /** The title of the design that they came for; its designer knows nothing of it. */
  favourite: string
  at: Date
}

const MAIL_DOMAIN = 'mailinator.com'
/** TEST-NET-3 (RFC 5737). */
const WHENCE = { address: '203.0.113.24', device: 'one telephone' }
const MINUTES_EACH = 7
const SECONDS_A_DESIGN = 9
/** Whoever comes for one design goes on until the queue hands it. */
const SCORES_LEAST = 12
/** The appeal of a rival; whoever sank all the rest as well would be found even sooner. */
const RIVALS_FROM = 2.5

/** Accounts of one evening on one telephone, which lift one design and sink its rivals: something to judge for the integrity desk. */
export async function stuffBallots(world: World, contest: HeldContest, plan: StuffingPlan): Promise<void> {
  const { contestId } = contest
  const favourite = plan.entries.find(({ title }) => title === plan.favourite)?.entryId
  if (!favourite) throw new Error(`Nobody entered “${plan.favourite}”.`)
  const designs = designsOf(contest, plan.entries)
  const judge = (entryId: string): Score => {
    if (entryId === favourite) return 5
    return (designs.get(entryId)?.appeal ?? 0) >= RIVALS_FROM ? 0 : 2
  }
  for (const [index, newcomer] of NEWCOMERS.entries()) {
    let now = new Date(plan.at.getTime() + index * MINUTES_EACH * 60_000)
    const voter = await world.people.join(newcomer, now, MAIL_DOMAIN)
    const key = { contestId, voterId: voter.id }
    let { entryId } = accepted(await handNextEntry(world.db, key, now))
    let lifted = false
    for (let given = 0; entryId !== null && !(lifted && given >= SCORES_LEAST); given += 1) {
      lifted ||= entryId === favourite
      now = new Date(now.getTime() + SECONDS_A_DESIGN * 1000)
      entryId = accepted(await castScore(world.db, { ...key, entryId, value: judge(entryId) }, now)).entryId
    }
    await noteTrace(world.db, { ...key, ...WHENCE }, now)
  }
}
