import type { Kysely, Transaction } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { listSeats } from '#app/contests/panel-seats.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import type { StandingLine } from '#app/voting/standings.ts'
import type { Database } from '#db/schema.ts'
import { juryTimeIsUp } from './co-decision.ts'
import { enoughFor, exposedBy, jurorsNeeded, orderFinalists } from './finalist-order.ts'
import { among, countPairs, type Finalist, listFinalists, listJudgeable, listJuryDuels } from './finalists.server.ts'

export type OrderLine = Omit<StandingLine, 'buyMarks' | 'scores'> & {
  /** How many answers name it. */
  duels: number
}

export interface PanelOrder {
  lines: OrderLine[]
  jurors: number
  answers: number
}

export type PanelOrderState =
  | { kind: 'open'; order: PanelOrder }
  /** Until this juror has said enough themselves, so that nobody follows the others. */
  | { kind: 'after-yours' }
  /** Until so many jurors have said enough that none can be read in it; where not so many may judge, until all have (not mixed). */
  | { kind: 'too-few'; done: number; needed: number; mixed: boolean }

/**
 * The panel's order of the finalists: before the decision for jurors who have said enough, afterwards for everybody, as one of the reasons.
 * null while it is sealed, and after a decision without one. Nobody is ever shown single answers but their own.
 */
export async function findPanelOrder(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer | null },
  now: Date,
): Promise<PanelOrderState | null> {
  if (!maySee(viewer, 'verdicts', facts, now)) return null
  if (phaseAt(facts.schedule, now) === 'decided') {
    const order = await findSignedOrder(db, facts.contest.id)
    return order && { kind: 'open', order }
  }
  const { done, needed, order } = await gather(db, facts)
  const open = juryTimeIsUp(facts.contest, now) || (viewer !== null && done.includes(viewer.id))
  if (!open) return { kind: 'after-yours' }
  const spoken = done.filter((jurorId) => order.of.has(jurorId)).length
  if (spoken >= needed) return { kind: 'open', order: order.make() }
  return { kind: 'too-few', done: spoken, needed, mixed: exposedBy(needed) === null }
}

/** Keeps the order with the decision; nothing where too few jurors have said enough, or it would tell how one of them answered. */
export async function freezePanelOrder(trx: Transaction<Database>, facts: ContestFacts): Promise<void> {
  const { done, needed, order } = await gather(trx, facts)
  if (done.filter((jurorId) => order.of.has(jurorId)).length < needed) return
  const contestId = facts.contest.id
  await trx
    .insertInto('panelOrder')
    .values(order.make().lines.map((line) => ({ contestId, ...line })))
    .execute()
}

async function gather(db: Kysely<Database>, facts: ContestFacts) {
  const contestId = facts.contest.id
  const finalists = await listFinalists(db, facts.contest)
  const duels = among(await listJuryDuels(db, contestId), finalists)
  const of = new Map(facts.panel.map((jurorId): [string, typeof duels] => [jurorId, []]))
  for (const duel of duels) of.set(duel.jurorId, [...(of.get(duel.jurorId) ?? []), duel])
  const done: string[] = []
  for (const [jurorId, own] of of) {
    const mine = await listJudgeable(db, { contestId, jurorId, finalists })
    if (countPairs(among(own, mine)) >= enoughFor(mine.length)) done.push(jurorId)
  }
  for (const [jurorId, own] of of) if (own.length === 0) of.delete(jurorId)
  return {
    done,
    needed: jurorsNeeded({ quorum: facts.contest.quorum, able: await countAble(db, { contestId, finalists }) }),
    order: { of, make: () => orderOf(finalists, [...of.values()]) },
  }
}

/** Seats, empty ones too, that may judge at least two of the finalists. */
export async function countAble(
  db: Kysely<Database>,
  { contestId, finalists }: { contestId: string; finalists: readonly Finalist[] },
): Promise<number> {
  let able = 0
  for (const { jurorId } of await listSeats(db, contestId)) {
    const mine = await listJudgeable(db, { contestId, jurorId, finalists })
    if (mine.length > 1) able += 1
  }
  return able
}

function orderOf(finalists: readonly Finalist[], jurors: Parameters<typeof orderFinalists>[1]): PanelOrder {
  return {
    lines: orderFinalists(finalists, jurors).map(toOrderLine),
    jurors: jurors.length,
    answers: jurors.reduce((sum, duels) => sum + duels.length, 0),
  }
}

export function toOrderLine({ buyMarks: _, scores: duels, ...line }: StandingLine): OrderLine {
  return { ...line, duels }
}

async function findSignedOrder(db: Kysely<Database>, contestId: string): Promise<PanelOrder | null> {
  const rows = await db
    .selectFrom('panelOrder')
    .selectAll()
    .where('contestId', '=', contestId)
    .orderBy('place')
    .execute()
  if (rows.length === 0) return null
  const lines = rows.map(({ contestId: _, ...line }) => line)
  const duels = among(await listJuryDuels(db, contestId), lines)
  return { lines, jurors: new Set(duels.map(({ jurorId }) => jurorId)).size, answers: duels.length }
}
