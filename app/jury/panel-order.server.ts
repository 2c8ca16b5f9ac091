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
  /** Until all who may compare the finalists have said enough, or the jury's time is up. */
  | { kind: 'waiting'; done: number; needed: number }
  /** Its time is up, or the panel small, and so many have not said enough that none can be read in it; of a small one, all (not mixed). */
  | { kind: 'too-few'; done: number; needed: number; mixed: boolean }

/**
 * The panel's order of the finalists: for jurors once all of them have said enough, afterwards for everybody, as one of the reasons. null
 * while it is sealed, and after a decision without one. Nobody is ever shown single answers but their own: an order that moved with each
 * answer, or each juror, would tell them to who looks before and after, so it is made once and stays.
 */
export async function findPanelOrder(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer | null },
  now: Date,
): Promise<PanelOrderState | null> {
  if (!maySee(viewer, 'verdicts', facts, now)) return null
  const kept = await findKeptOrder(db, facts.contest.id)
  if (phaseAt(facts.schedule, now) === 'decided') return kept && { kind: 'open', order: kept }
  const isUp = juryTimeIsUp(facts.contest, now)
  const panel = await gather(db, facts, now)
  if (!isUp && (viewer === null || !panel.through.includes(viewer.id))) return { kind: 'after-yours' }
  if (kept) return { kind: 'open', order: kept }
  const { spoken, able } = panel
  const needed = jurorsNeeded({ quorum: facts.contest.quorum, able })
  if (isUp && spoken.length >= needed) return { kind: 'open', order: panel.makeOrder() }
  const mixed = exposedBy(able) === null
  if (!isUp && mixed) return { kind: 'waiting', done: spoken.length, needed: able }
  return { kind: 'too-few', done: spoken.length, needed, mixed }
}

/** Keeps the order once all who may compare the finalists have said enough: for whom it opens now, it stays so. */
export async function openPanelOrder(trx: Transaction<Database>, facts: ContestFacts, now: Date): Promise<void> {
  if (juryTimeIsUp(facts.contest, now) || (await findKeptOrder(trx, facts.contest.id))) return
  const panel = await gather(trx, facts, now)
  if (panel.able > 0 && panel.spoken.length === panel.able) await keep(trx, facts, panel)
}

/**
 * Keeps the order with the decision, unless it was open before; nothing where too few jurors have said enough, or it would tell how one
 * of them answered.
 */
export async function freezePanelOrder(trx: Transaction<Database>, facts: ContestFacts, now: Date): Promise<void> {
  if (await findKeptOrder(trx, facts.contest.id)) return
  const panel = await gather(trx, facts, now)
  const needed = jurorsNeeded({ quorum: facts.contest.quorum, able: panel.able })
  if (panel.able > 0 && panel.spoken.length >= needed) await keep(trx, facts, panel)
}

type Panel = Awaited<ReturnType<typeof gather>>

/**
 * What the seats have said of the finalists, a seat whose juror left among them: what they said stays said. Of answers after the jury's
 * time none is counted, since the order is open then.
 */
async function gather(db: Kysely<Database>, facts: ContestFacts, now: Date) {
  const { id: contestId, decisionDueAt } = facts.contest
  const finalists = await listFinalists(db, facts.contest)
  const before = juryTimeIsUp(facts.contest, now) ? decisionDueAt : undefined
  const duels = among(await listJuryDuels(db, contestId, before), finalists)
  const through: string[] = []
  const spoken: (typeof duels)[] = []
  let able = 0
  for (const { jurorId } of await listSeats(db, contestId)) {
    const mine = await listJudgeable(db, { contestId, jurorId, finalists })
    const own = among(
      duels.filter((duel) => duel.jurorId === jurorId),
      mine,
    )
    if (mine.length > 1) able += 1
    if (countPairs(own) < enoughFor(mine.length)) continue
    through.push(jurorId)
    if (own.length > 0) spoken.push(own)
  }
  /** Of whole jurors only. */
  const makeOrder = () => orderOf(finalists, spoken)
  return { through, spoken, able, makeOrder }
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

async function keep(trx: Transaction<Database>, { contest }: ContestFacts, panel: Panel): Promise<void> {
  const { lines, jurors } = panel.makeOrder()
  await trx
    .insertInto('panelOrder')
    .values(lines.map((line) => ({ contestId: contest.id, ...line, jurors })))
    .execute()
}

async function findKeptOrder(db: Kysely<Database>, contestId: string): Promise<PanelOrder | null> {
  const rows = await db
    .selectFrom('panelOrder')
    .selectAll()
    .where('contestId', '=', contestId)
    .orderBy('place')
    .execute()
  const [first] = rows
  if (!first) return null
  const lines = rows.map(({ contestId: _, jurors: __, ...line }) => line)
  // Each answer names two.
  return { lines, jurors: first.jurors, answers: lines.reduce((sum, { duels }) => sum + duels, 0) / 2 }
}
