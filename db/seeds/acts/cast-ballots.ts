import { SCORES } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { accepted } from '../accepted.ts'
import { patienceOf, scoreOf } from '../taste.ts'
import type { World } from '../world.ts'
import { type BallotsPlan, type FillingIn, fillAll } from './fill-ballots.ts'
import type { HeldContest } from './hold-contest.ts'

const PASSES = 0.05

/** Members come one after the other, each fills a ballot from the queue as far as their patience goes. */
export function castBallots(world: World, contest: HeldContest, plan: BallotsPlan): Promise<number> {
  return fillAll(world, contest, plan, SCORING)
}

const SCORING: FillingIn<string> = {
  secondsALook: 34,
  patienceOf: (taste, designs) => patienceOf(taste, designs),
  begin: async (db, key, at) => accepted(await handNextEntry(db, key, at)).entryId,
  async answer({ db, key, taste, designOf }, entryId, at) {
    const design = designOf(entryId)
    if (taste.random() < PASSES)
      return { given: false, next: accepted(await passEntry(db, { ...key, entryId }, at)).entryId }
    const value = SCORES[scoreOf(taste, design)] ?? 0
    if (taste.random() < (value === 5 ? 0.55 : value === 4 ? 0.14 : 0))
      accepted(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, at))
    return { given: true, next: accepted(await castScore(db, { ...key, entryId, value }, at)).entryId }
  },
}
