import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import { findJudgedVote } from '#app/voting/desk/judged-ballots.server.ts'
import { lookAtBallots } from '#app/voting/desk/look.server.ts'
import { aPerson, DURING, people } from '#db/seeds/a-vote.ts'
import { fileDatabase } from '../../file-database.ts'
import { aDuelVote, fillDuels } from '../a-duel-vote.ts'

type Db = Awaited<ReturnType<typeof fileDatabase>>
let db: Db
beforeEach(async () => {
  db = await fileDatabase()
})
afterEach(() => db.destroy())

test('the desk sees full ballots of duels with the last answer to each, and not those that are too short', async () => {
  const { contestId } = await aDuelVote(db, 10)
  const key = { contestId, voterId: await aPerson(db) }
  const [first] = await fillDuels(db, key, 4)
  await answerDuel(db, { ...key, number: first?.number ?? 0, answer: 'neither' }, DURING)
  await fillDuels(db, { contestId, voterId: await aPerson(db) }, 1)
  const { ballots } = await findJudgedVote(db, contestId)
  expect(ballots.map(({ scores, duels }) => [scores.length, duels?.length])).toEqual([[0, 4]])
  const changed = ballots[0]?.duels?.find((duel) => duel.first === first?.pair[0] && duel.second === first.pair[1])
  expect(changed?.value).toBe(2)
})

test('a look at a vote by duels counts what leaving ballots out would change, by the method of duels', async () => {
  const { contestId } = await aDuelVote(db, 6)
  for (const voterId of await people(db, 4))
    await fillDuels(db, { contestId, voterId }, 3, (one, other) => (one < other ? 'first' : 'second'))
  const look = await lookAtBallots(db, contestId)
  expect([look.ballots, look.effect]).toEqual([4, { ballots: 0, entries: 6, places: 0, first: false }])
})
