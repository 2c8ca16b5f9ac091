import type { Viewer } from '#app/accounts/roles.ts'
import { SCORES } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { accepted } from '../accepted.ts'
import { momentBetween } from '../days.ts'
import { type Design, designFor, patienceOf, scoreOf, type Taste, tasteOf } from '../taste.ts'
import type { World } from '../world.ts'
import type { EnteredDesign } from './enter-designs.ts'
import type { HeldContest } from './hold-contest.ts'

export interface BallotsPlan {
  entries: readonly EnteredDesign[]
  /** How many of the members vote. */
  voters: number
  /** Who does not, however many do. */
  without?: readonly string[]
  /** Who leaves after so many scores, whatever their patience. */
  leaving?: Readonly<Record<string, number>>
  until: Date
}

const PASSES = 0.05
const SECONDS_A_DESIGN = 34

/** Members come one after the other, each fills a ballot from the queue as far as their patience goes. */
export async function castBallots(world: World, contest: HeldContest, plan: BallotsPlan): Promise<number> {
  const designs = designsOf(contest, plan.entries)
  let scores = 0
  for (const { voter, taste, from } of votersOf(world, contest, plan)) {
    const most = plan.leaving?.[voter.handle] ?? patienceOf(taste, designs.size)
    scores += await fillBallot(world, { contest, voter, taste, designs, most, from })
  }
  return scores
}

export function designsOf({ slug }: HeldContest, entries: readonly EnteredDesign[]): Map<string, Design> {
  return new Map(entries.map(({ entryId, title, appeal }) => [entryId, designFor(slug, title, appeal)]))
}

/** Who votes, with their taste and the moment at which they come, first comers first. */
export function votersOf(world: World, contest: HeldContest, plan: BallotsPlan) {
  return world.people.members
    .filter(({ handle }) => !plan.without?.includes(handle))
    .map((voter) => ({ voter, taste: tasteOf(contest.slug, voter.handle) }))
    .map(({ voter, taste }) => ({ voter, taste, comes: taste.random() }))
    .slice(0, Math.min(plan.voters, world.size.votersMost))
    .sort((a, b) => a.comes - b.comes)
    .map((one) => ({ ...one, from: momentBetween(contest.votingOpens, plan.until, 0.01 + 0.95 * one.comes) }))
}

interface BallotPlan {
  contest: HeldContest
  voter: Viewer
  taste: Taste
  designs: ReadonlyMap<string, Design>
  most: number
  from: Date
}

async function fillBallot({ db }: World, plan: BallotPlan): Promise<number> {
  const { taste, from } = plan
  const key = { contestId: plan.contest.contestId, voterId: plan.voter.id }
  let { entryId } = accepted(await handNextEntry(db, key, from))
  let looks = 0
  let given = 0
  while (entryId !== null && given < plan.most) {
    looks += 1
    const at = new Date(from.getTime() + looks * SECONDS_A_DESIGN * 1000)
    const design = plan.designs.get(entryId)
    if (!design) throw new Error('The queue handed an entry that nobody made.')
    if (taste.random() < PASSES) {
      entryId = accepted(await passEntry(db, { ...key, entryId }, at)).entryId
      continue
    }
    const value = SCORES[scoreOf(taste, design)] ?? 0
    if (taste.random() < (value === 5 ? 0.55 : value === 4 ? 0.14 : 0)) {
      accepted(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, at))
    }
    entryId = accepted(await castScore(db, { ...key, entryId, value }, at)).entryId
    given += 1
  }
  return given
}
