import type { Viewer } from '#app/accounts/roles.ts'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { passDuel } from '#app/voting/pass-duel.server.ts'
import { accepted } from '../accepted.ts'
import { answerBetween, type Design, patienceOf, type Taste } from '../taste.ts'
import type { World } from '../world.ts'
import { type BallotsPlan, designsOf, votersOf } from './cast-ballots.ts'
import type { HeldContest } from './hold-contest.ts'

const PASSES = 0.04
const BUYS = 0.08
const SECONDS_A_DUEL = 12

/** The same as castBallots where the brief asks "which of these two?". */
export async function castDuels(world: World, contest: HeldContest, plan: BallotsPlan): Promise<number> {
  const designs = designsOf(contest, plan.entries)
  let answers = 0
  for (const { voter, taste, from } of votersOf(world, contest, plan)) {
    const most = plan.leaving?.[voter.handle] ?? patienceOf(taste, 2 * designs.size)
    answers += await fillDuels(world, { contest, voter, taste, designs, most, from })
  }
  return answers
}

interface DuelsPlan {
  contest: HeldContest
  voter: Viewer
  taste: Taste
  designs: ReadonlyMap<string, Design>
  most: number
  from: Date
}

async function fillDuels({ db }: World, { contest, voter, taste, designs, most, from }: DuelsPlan): Promise<number> {
  const key = { contestId: contest.contestId, voterId: voter.id }
  let { duel } = accepted(await handNextDuel(db, key, from))
  let looks = 0
  let given = 0
  while (duel !== null && given < most) {
    looks += 1
    const at = new Date(from.getTime() + looks * SECONDS_A_DUEL * 1000)
    const { number, pair } = duel
    const [first, second] = [designs.get(pair[0]), designs.get(pair[1])]
    if (!first || !second) throw new Error('The queue handed an entry that nobody made.')
    if (taste.random() < PASSES) {
      duel = accepted(await passDuel(db, { ...key, number }, at)).duel
      continue
    }
    const answer = answerBetween(taste, first, second)
    if (answer !== 'neither' && taste.random() < BUYS) {
      const entryId = pair[answer === 'first' ? 0 : 1]
      accepted(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, at))
    }
    duel = accepted(await answerDuel(db, { ...key, number, answer }, at)).duel
    given += 1
  }
  return given
}
