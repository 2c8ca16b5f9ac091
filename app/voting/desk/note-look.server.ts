import type { Kysely } from 'kysely'
import { insertActivity } from '#app/activity/record-activity.server.ts'
import { readContestFacts } from '#app/contests/contests.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { ONE, prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import type { Signal } from '../signals/signal.ts'
import { actOnCase } from './act-on-case.server.ts'
import { stateAfter } from './case.ts'
import { type CaseRow, isDeskClosed, openCase } from './case-rows.server.ts'
import type { Look } from './look.server.ts'

export interface NotedLook {
  quarantined: number
  released: number
}

/**
 * Writes down what the signals saw. A ballot that they propose is put aside, unless a person released it and they see nothing new. The
 * last look, at the frozen ballots, also takes back what signals alone had put aside and no longer propose.
 */
export function noteLook(
  db: Kysely<Database>,
  { contestId, look }: { contestId: string; look: Look },
  now: Date,
): Promise<Outcome<NotedLook, 'contest-not-found' | 'desk-closed'>> {
  return writingTogether(db, (statements) => {
    const facts = readContestFacts(statements, contestId)
    if (!facts) return refused('contest-not-found')
    if (isDeskClosed(facts)) return refused('desk-closed')
    const frozen = facts.frozenAt !== null
    // What the desk ruled after the last look stands: later ones only say what it would change.
    const lookedLast = statements.first(lastLook, { contestId }) !== undefined
    const noted = lookedLast ? { quarantined: 0, released: 0 } : noteNamed(statements, { contestId, look, frozen }, now)
    const proposed = look.named.filter(({ proposesQuarantine }) => proposesQuarantine).length
    statements.run(insertLook, {
      ...{ contestId, lookedAt: now.toISOString(), sequence: look.sequence, ballots: look.ballots, proposed },
      ...{ last: frozen ? 1 : 0, effect: frozen ? JSON.stringify(look.effect) : null },
    })
    return done(noted)
  })
}

function noteNamed(
  statements: Statements,
  { contestId, look, frozen }: { contestId: string; look: Look; frozen: boolean },
  now: Date,
): NotedLook {
  const seen = new Set<string>()
  let quarantined = 0
  for (const { pseudonym, signals, proposesQuarantine } of look.named) {
    const row = openCase(statements, { contestId, pseudonym }, now)
    const before = statements.all(suspicionsOf, { caseId: row.id })
    const isNew = noteSuspicions(statements, { row, before, signals }, now)
    if (!proposesQuarantine) continue
    const state = stateAfter(row.last?.kind ?? null)
    if (state !== 'noted' && !(state === 'released' && (row.last?.doneBy === null || isNew))) continue
    if (!actOnCase(statements, { row, kind: 'quarantine', reason: '', doneBy: null }, now).ok) continue
    quarantined += 1
    for (const { name } of signals) seen.add(name)
  }
  const released = frozen ? releaseUnproposed(statements, { contestId, look }, now) : 0
  if (quarantined + released > 0)
    insertActivity(statements, {
      ...{ at: now, kind: 'ballots-set-aside', actorId: null, contestId },
      particulars: { ballots: quarantined, released, signals: [...seen].sort() },
    })
  return { quarantined, released }
}

type Suspicion = { signal: string; version: number; weight: number; evidence: string }

/** Whether a signal speaks that never spoke of this ballot before. */
function noteSuspicions(
  statements: Statements,
  { row, before, signals }: { row: CaseRow; before: Suspicion[]; signals: readonly Signal[] },
  now: Date,
): boolean {
  let isNew = false
  for (const { name: signal, version, weight, evidence: found } of signals) {
    const evidence = JSON.stringify(found)
    const last = before.findLast((each) => each.signal === signal)
    if (!last) isNew = true
    if (last?.evidence === evidence && last.version === version && last.weight === weight) continue
    const details = { caseId: row.id, signal, version, weight, evidence, foundAt: now.toISOString() }
    statements.run(insertSuspicion, details)
  }
  return isNew
}

function releaseUnproposed(
  statements: Statements,
  { contestId, look }: { contestId: string; look: Look },
  now: Date,
): number {
  const proposed = new Set(look.named.flatMap((one) => (one.proposesQuarantine ? one.pseudonym : [])))
  let released = 0
  for (const { pseudonym } of statements.all(setAsideBySignals, { contestId })) {
    if (proposed.has(pseudonym)) continue
    const row = openCase(statements, { contestId, pseudonym }, now)
    if (row.last?.kind !== 'quarantine' || row.last.doneBy !== null) continue
    if (actOnCase(statements, { row, kind: 'release', reason: '', doneBy: null }, now).ok) released += 1
  }
  return released
}

const lastLook = prepare((db, p: { contestId: string }) =>
  db.selectFrom('deskLook').select('id').where('contestId', '=', p.contestId).where('last', '=', 1).limit(ONE),
)
const suspicionsOf = prepare((db, p: { caseId: string }) =>
  db
    .selectFrom('suspicion')
    .select(['signal', 'version', 'weight', 'evidence'])
    .where('caseId', '=', p.caseId)
    .orderBy('id'),
)
const setAsideBySignals = prepare((db, p: { contestId: string }) =>
  db
    .selectFrom('deskCase')
    .innerJoin('deskAct', 'deskAct.caseId', 'deskCase.id')
    .select('deskCase.pseudonym')
    .distinct()
    .where('deskCase.contestId', '=', p.contestId)
    .where('deskAct.kind', '=', 'quarantine')
    .where('deskAct.doneBy', 'is', null),
)
const insertSuspicion = prepare((db, p: Suspicion & { caseId: string; foundAt: string }) =>
  db.insertInto('suspicion').values({
    caseId: p.caseId,
    signal: p.signal,
    version: p.version,
    weight: p.weight,
    evidence: p.evidence,
    foundAt: p.foundAt,
  }),
)
const insertLook = prepare(
  (
    db,
    p: {
      contestId: string
      lookedAt: string
      sequence: number
      last: number
      ballots: number
      proposed: number
      effect: string | null
    },
  ) =>
    db.insertInto('deskLook').values({
      contestId: p.contestId,
      lookedAt: p.lookedAt,
      sequence: p.sequence,
      last: p.last,
      ballots: p.ballots,
      proposed: p.proposed,
      effect: p.effect,
    }),
)
