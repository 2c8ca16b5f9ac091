import type { Kysely } from 'kysely'
import { answerDuel } from '#app/voting/answer-duel.server.ts'
import type { DuelAnswer } from '#app/voting/duel.ts'
import { type HandedDuel, handNextDuel } from '#app/voting/hand-next-duel.server.ts'
import type { Database } from '#db/schema.ts'
import { type AVote, aVote, DURING } from '#db/seeds/a-vote.ts'

export async function aDuelVote(db: Kysely<Database>, entries: number): Promise<AVote> {
  const vote = await aVote(db, { entries })
  await db.updateTable('contest').set({ method: 'duels' }).where('id', '=', vote.contestId).execute()
  return vote
}

/** Answers what the queue hands until nothing is left or `most` were answered. */
export async function fillDuels(
  db: Kysely<Database>,
  key: { contestId: string; voterId: string },
  most: number,
  taste: (first: string, second: string) => DuelAnswer = () => 'first',
): Promise<HandedDuel['duel'][]> {
  const handed = await handNextDuel(db, key, DURING)
  if (!handed.ok) throw new Error(handed.refusal)
  const answered: HandedDuel['duel'][] = []
  for (let { duel } = handed.value; duel && answered.length < most; ) {
    const outcome = await answerDuel(db, { ...key, number: duel.number, answer: taste(...duel.pair) }, DURING)
    if (!outcome.ok) throw new Error(outcome.refusal)
    answered.push(duel)
    duel = outcome.value.duel
  }
  return answered
}
