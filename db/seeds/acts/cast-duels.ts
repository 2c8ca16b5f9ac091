import { answerDuel } from '#app/voting/answer-duel.server.ts'
import type { HeldDuel } from '#app/voting/duel-pairs.server.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { passDuel } from '#app/voting/pass-duel.server.ts'
import { accepted } from '../accepted.ts'
import { answerBetween, patienceOf } from '../taste.ts'
import type { World } from '../world.ts'
import { type BallotsPlan, type FillingIn, fillAll } from './fill-ballots.ts'
import type { HeldContest } from './hold-contest.ts'

const PASSES = 0.04
const BUYS = 0.08

/** The same as castBallots where the brief asks "which of these two?". */
export function castDuels(world: World, contest: HeldContest, plan: BallotsPlan): Promise<number> {
  return fillAll(world, contest, plan, COMPARING)
}

const COMPARING: FillingIn<HeldDuel> = {
  secondsALook: 12,
  patienceOf: (taste, designs) => patienceOf(taste, 2 * designs),
  begin: async (db, key, at) => accepted(await handNextDuel(db, key, at)).duel,
  async answer({ db, key, taste, designOf }, { number, pair }, at) {
    const [first, second] = [designOf(pair[0]), designOf(pair[1])]
    if (taste.random() < PASSES)
      return { given: false, next: accepted(await passDuel(db, { ...key, number }, at)).duel }
    const answer = answerBetween(taste, first, second)
    if (answer !== 'neither' && taste.random() < BUYS) {
      const entryId = pair[answer === 'first' ? 0 : 1]
      accepted(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, at))
    }
    return { given: true, next: accepted(await answerDuel(db, { ...key, number, answer }, at)).duel }
  },
}
