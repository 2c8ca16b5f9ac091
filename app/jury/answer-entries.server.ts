import type { Kysely } from 'kysely'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { AnswerKind } from './answer.ts'
import { listStandingVerdicts } from './docket.server.ts'

export type AnswerEntriesRefusal =
  | 'no-such-contest'
  | 'not-decided-yet'
  | 'no-such-entry'
  | 'already-answered'
  | 'answer-contradicts-decision'

interface AnswerEntries {
  contestId: string
  entryIds: readonly string[]
  kind: AnswerKind
  reason: string
  answeredBy: string
}

/** The brand answers entries, all of them or none. An answer is public and is given once. */
export function answerEntries(db: Kysely<Database>, answer: AnswerEntries, now: Date) {
  const { contestId, kind, reason, answeredBy } = answer
  const entryIds = [...new Set(answer.entryIds)]
  return writing(db, async (trx): Promise<Outcome<{ answered: number }, AnswerEntriesRefusal>> => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('no-such-contest')
    if (phaseAt(facts.schedule, now) !== 'decided') return refused('not-decided-yet')
    const counted = await trx
      .selectFrom('standing')
      .select('entryId')
      .where('contestId', '=', contestId)
      .where('view', '=', 'official')
      .where('entryId', 'in', entryIds)
      .execute()
    if (counted.length !== entryIds.length) return refused('no-such-entry')
    const earlier = await trx.selectFrom('brandAnswer').select('entryId').where('entryId', 'in', entryIds).execute()
    if (earlier.length > 0) return refused('already-answered')
    const decision = await trx
      .selectFrom('decision')
      .select('winnerEntryId')
      .where('contestId', '=', contestId)
      .executeTakeFirstOrThrow()
    const winnerIsMeant = decision.winnerEntryId !== null && entryIds.includes(decision.winnerEntryId)
    if ((kind === 'in-production') !== winnerIsMeant || (winnerIsMeant && entryIds.length > 1))
      return refused('answer-contradicts-decision')
    if (kind === 'vetoed' && !(await allVetoed(trx, contestId, entryIds))) return refused('answer-contradicts-decision')

    const answeredAt = now.toISOString()
    await trx
      .insertInto('brandAnswer')
      .values(entryIds.map((entryId) => ({ entryId, kind, reason, answeredBy, answeredAt })))
      .execute()
    for (const entryId of entryIds) {
      const what = { at: now, actorId: answeredBy, contestId, entryId } as const
      await recordActivity(trx, { ...what, kind: 'entry-answered', particulars: { kind } })
    }
    await oweLetters(trx, { contestId, kind: 'answered', accountIds: await designersOf(trx, entryIds) }, now)
    return done({ answered: entryIds.length })
  })
}

async function designersOf(db: Kysely<Database>, entryIds: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('entry').select('designerId').distinct().where('id', 'in', entryIds).execute()
  return rows.map(({ designerId }) => designerId)
}

/** Nobody is told of a veto that no juror gave. */
async function allVetoed(db: Kysely<Database>, contestId: string, entryIds: readonly string[]): Promise<boolean> {
  const vetoes = (await listStandingVerdicts(db, contestId)).filter(({ kind }) => kind === 'veto')
  return entryIds.every((id) => vetoes.some(({ entryId }) => entryId === id))
}
