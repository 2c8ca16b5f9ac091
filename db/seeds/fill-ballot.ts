import type { Kysely } from 'kysely'
import { SCORES, type Score } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import type { Database } from '#db/schema.ts'
import { DURING } from './a-vote.ts'

/** A whole ballot through the verbs: scores what the queue hands until nothing is left or `most` were given. */
export async function fillBallot(
  db: Kysely<Database>,
  { contestId, voterId, most = Number.POSITIVE_INFINITY }: { contestId: string; voterId: string; most?: number },
  taste: (entryId: string, nth: number) => number,
  now: Date = DURING,
): Promise<string[]> {
  const scored: string[] = []
  const first = await handNextEntry(db, { contestId, voterId }, now)
  if (!first.ok) throw new Error(first.refusal)
  let { entryId } = first.value
  while (entryId && scored.length < most) {
    const outcome = await castScore(
      db,
      { contestId, voterId, entryId, value: toScore(taste(entryId, scored.length)) },
      now,
    )
    if (!outcome.ok) throw new Error(outcome.refusal)
    scored.push(entryId)
    entryId = outcome.value.entryId
  }
  return scored
}

function toScore(value: number): Score {
  return SCORES[Math.max(0, Math.min(5, Math.round(value)))] ?? 0
}
