import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { SCORES } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { DUEL_ANSWERS } from '#app/voting/duel.ts'
import { handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { markWouldBuy } from '#app/voting/mark-would-buy.server.ts'
import { passDuel } from '#app/voting/pass-duel.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { aPerson } from '#db/seeds/a-vote.ts'
import { accepted } from '#db/seeds/accepted.ts'
import { leave, takeDown } from './enter.ts'
import { note, type Play } from './stage.ts'

const MOST_VOTERS = 10
const MINUTE_MS = 60_000

/** Voters come one after the other; now and then a design is taken down, a voter leaves, or is made staff. */
export async function voteAll(play: Play, designers: readonly string[]): Promise<void> {
  const { chance, db, admins } = play
  const voters = designers.filter(() => chance.perCent(40))
  for (let left = chance.whole(MOST_VOTERS + 1); left > 0; left -= 1) voters.push(await aPerson(db))
  for (const voterId of voters) {
    play.now = new Date(play.now.getTime() + (1 + chance.whole(50)) * MINUTE_MS)
    await (play.method === 'scores' ? fillScores(play, voterId) : fillDuels(play, voterId))
    if (chance.perCent(3) && play.entryIds.length > 0) await takeDown(play, 'take-downs during the vote')
    if (chance.perCent(3)) await leave(play, voterId)
    else if (chance.perCent(4)) {
      accepted(await appointStaff(db, { accountId: voterId, role: 'producer', grantedBy: admins[0] }, play.now))
      note(play, 'voters made staff')
    }
  }
}

/** Some say the same of everything: ties, and ballots that tell nothing. */
async function fillScores(play: Play, voterId: string): Promise<void> {
  const { chance, db, contestId } = play
  const key = { contestId, voterId }
  const same = chance.perCent(20) ? chance.one(SCORES) : null
  const given: string[] = []
  let { entryId } = accepted(await handNextEntry(db, key, play.now))
  while (entryId !== null && !chance.perCent(6)) {
    if (chance.perCent(10)) {
      entryId = accepted(await passEntry(db, { ...key, entryId }, play.now)).entryId
      continue
    }
    if (chance.perCent(15)) accepted(await markWouldBuy(db, { ...key, entryId, wouldBuy: true }, play.now))
    given.push(entryId)
    entryId = accepted(await castScore(db, { ...key, entryId, value: same ?? chance.one(SCORES) }, play.now)).entryId
  }
  for (const scored of given.filter(() => chance.perCent(12))) {
    if (
      accepted(await castScore(db, { ...key, entryId: scored, value: chance.one(SCORES) }, play.now)).what === 'changed'
    )
      note(play, 'changes')
  }
}

async function fillDuels(play: Play, voterId: string): Promise<void> {
  const { chance, db, contestId } = play
  const key = { contestId, voterId }
  const same = chance.perCent(20) ? chance.one(DUEL_ANSWERS) : null
  const given: number[] = []
  let { duel } = accepted(await handNextDuel(db, key, play.now))
  while (duel !== null && !chance.perCent(5)) {
    const { number } = duel
    if (chance.perCent(10)) {
      duel = accepted(await passDuel(db, { ...key, number }, play.now)).duel
      continue
    }
    given.push(number)
    duel = accepted(await answerDuel(db, { ...key, number, answer: same ?? chance.one(DUEL_ANSWERS) }, play.now)).duel
  }
  for (const number of given.filter(() => chance.perCent(12))) {
    if (
      accepted(await answerDuel(db, { ...key, number, answer: chance.one(DUEL_ANSWERS) }, play.now)).what === 'changed'
    )
      note(play, 'changes')
  }
}
