import type { Kysely, Transaction } from 'kysely'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { characters } from '#app/characters.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { listMakers } from '#app/entries/makers.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { writing } from '#db/database.server.ts'
import { newId } from '#db/new-id.ts'
import type { Database } from '#db/schema.ts'
import type { CoDecision } from './co-decision.ts'
import { type DecisionForm, LETTER_MIN } from './decision.ts'
import { findGroundedLadder } from './docket.server.ts'
import { groundTexts } from './export/decision-format.ts'
import { hashDecision } from './export/write-decision.ts'
import { freezePanelOrder } from './panel-order.server.ts'
import { mayClose } from './panels.server.ts'

export type SignDecisionRefusal =
  | 'no-such-contest'
  | 'may-not-close'
  | 'jury-not-sitting'
  | 'already-decided'
  | 'verdicts-missing'
  | 'ladder-changed'
  | 'closing-letter-missing'

interface SignDecision extends DecisionForm {
  contestId: string
  signerId: string
}

/**
 * The act by which a named juror closes the contest: it freezes the ladder as it stands, names the winner or "no production",
 * and in the same transaction the winner's run is born and its makers are owed the news. Afterwards it can be read, not edited.
 */
export function signDecision(db: Kysely<Database>, { contestId, signerId, seen, letter }: SignDecision, now: Date) {
  return writing(db, async (trx): Promise<Outcome<{ runId: string | null }, SignDecisionRefusal>> => {
    const facts = await findContestFacts(trx, { id: contestId })
    if (!facts) return refused('no-such-contest')
    if (!facts.panel.includes(signerId) || !(await mayClose(trx, contestId, signerId))) return refused('may-not-close')
    const phase = phaseAt(facts.schedule, now)
    if (phase === 'decided') return refused('already-decided')
    if (phase !== 'jury' || !facts.countedAt) return refused('jury-not-sitting')

    const { ladder, grounds: stoodOn } = await findGroundedLadder(trx, facts, now)
    if (ladder.outcome === 'undecided') return refused('verdicts-missing')
    if (seen !== (ladder.winnerEntryId ?? 'no-production')) return refused('ladder-changed')
    if (ladder.outcome === 'no-production' && characters(letter) < LETTER_MIN) return refused('closing-letter-missing')

    const signedAt = now.toISOString()
    const { outcome, winnerEntryId } = ladder
    const grounds = groundTexts(stoodOn)
    const { digest } = await trx
      .selectFrom('tally')
      .select('digest')
      .where('contestId', '=', contestId)
      .executeTakeFirstOrThrow()
    const steps = stepsOf(ladder)
    const hash = hashDecision(NODE_HASHING, digest, { signedAt, grounds, rungs: steps, winnerEntryId })
    await trx
      .insertInto('decision')
      .values({
        ...{ contestId, outcome, winnerEntryId, letter, hash, signedBy: signerId, signedAt },
        grounds: grounds.join('\n'),
      })
      .execute()
    if (steps.length > 0)
      await trx
        .insertInto('decisionStep')
        .values(steps.map((step) => ({ contestId, ...step })))
        .execute()
    await freezePanelOrder(trx, facts, now)
    await recordActivity(trx, {
      at: now,
      kind: 'decision-signed',
      actorId: signerId,
      contestId,
      entryId: winnerEntryId,
      particulars: { outcome, hash },
    })
    if (!winnerEntryId) return done({ runId: null })
    return done({ runId: await beginRun(trx, { contestId, entryId: winnerEntryId }, now) })
  })
}

function stepsOf(ladder: CoDecision) {
  return ladder.rungs.flatMap(({ place, entryId, finding, approvals, vetoes }) =>
    finding === 'awaiting' ? [] : [{ place, entryId, finding, approvals, vetoes }],
  )
}

async function beginRun(
  trx: Transaction<Database>,
  { contestId, entryId }: { contestId: string; entryId: string },
  now: Date,
): Promise<string> {
  const runId = newId()
  const at = now.toISOString()
  await trx.insertInto('run').values({ id: runId, contestId, entryId, createdAt: at }).execute()
  await trx
    .insertInto('stageMove')
    .values({ runId, fromStage: null, toStage: 'agreement', movedBy: null, movedAt: at })
    .execute()
  await recordActivity(trx, { at: now, kind: 'run-created', actorId: null, contestId, entryId, runId })
  const makers = (await listMakers(trx, [entryId])).get(entryId) ?? []
  await oweLetters(trx, { contestId, kind: 'chosen', accountIds: makers.map(({ id }) => id), subjectId: runId }, now)
  return runId
}
