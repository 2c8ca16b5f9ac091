import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { findMakers, listStandingVerdicts } from './docket.server.ts'
import { isRecused, type StandingVerdict, type VerdictForm } from './verdict.ts'

export type GiveVerdictRefusal = 'no-such-entry' | 'jury-not-sitting' | 'not-on-this-panel' | 'recused'

interface GiveVerdict {
  entryId: string
  jurorId: string
  verdict: VerdictForm
}

/**
 * A juror's word on one entry. It may be given again until the decision is signed; the last one stands. The same word twice is
 * said once.
 */
export function giveVerdict(db: Kysely<Database>, { entryId, jurorId, verdict }: GiveVerdict, now: Date) {
  return writing(db, async (trx): Promise<Outcome<null, GiveVerdictRefusal>> => {
    const counted = await trx
      .selectFrom('standing')
      .select('contestId')
      .where('entryId', '=', entryId)
      .where('view', '=', 'official')
      .where('entryId', 'not in', (eb) => eb.selectFrom('takedown').select('entryId'))
      .executeTakeFirst()
    const facts = counted && (await findContestFacts(trx, { id: counted.contestId }))
    if (!facts) return refused('no-such-entry')
    const { contest } = facts
    if (!facts.panel.includes(jurorId)) return refused('not-on-this-panel')
    if (phaseAt(facts.schedule, now) !== 'jury') return refused('jury-not-sitting')
    const makers = (await findMakers(trx, contest.id)).get(entryId)
    if (!makers) return refused('no-such-entry')
    if (isRecused(jurorId, makers)) return refused('recused')
    const before = (await listStandingVerdicts(trx, contest.id)).find(
      (given) => given.entryId === entryId && given.jurorId === jurorId,
    )
    if (before && isSame(before, verdict)) return done(null)

    await trx
      .insertInto('verdict')
      .values({ contestId: contest.id, entryId, jurorId, ...verdict, givenAt: now.toISOString() })
      .execute()
    await recordActivity(trx, {
      at: now,
      kind: 'verdict-given',
      actorId: jurorId,
      contestId: contest.id,
      entryId,
      particulars: { kind: verdict.kind, code: verdict.code },
    })
    return done(null)
  })
}

function isSame(before: StandingVerdict, { kind, code, reason }: VerdictForm): boolean {
  return before.kind === kind && before.code === code && before.reason === reason
}
