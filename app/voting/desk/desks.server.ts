import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { type Phase, phaseAt } from '#app/contests/schedule.ts'
import type { Database } from '#db/schema.ts'
import { countOpenCasesOf } from './cases.server.ts'
import { type Effect, effectSchema } from './effect.ts'

export interface DeskLine {
  contestId: string
  title: string
  phase: Phase
  votingClosesAt: string
  zone: string
  /** Ballots in quarantine without a ruling. */
  open: number
}

/** The desks at which this person may work, those with most to do first: an admin's are all, a juror's those of their panels. */
export async function listDesks(db: Kysely<Database>, viewer: Viewer, now: Date): Promise<DeskLine[]> {
  const rows = await db
    .selectFrom('contest')
    .innerJoin('publication', (join) =>
      join.onRef('publication.contestId', '=', 'contest.id').on('publication.version', '=', 1),
    )
    .select('contest.id')
    .where('contest.votingOpensAt', '<=', now.toISOString())
    .orderBy('contest.votingClosesAt', 'desc')
    .execute()
  const open = await countOpenCasesOf(
    db,
    rows.map(({ id }) => id),
  )
  const lines: DeskLine[] = []
  for (const { id } of rows) {
    const facts = await findContestFacts(db, { id })
    if (!facts || (!has(viewer, 'admin') && !facts.panel.includes(viewer.id))) continue
    const { title, votingClosesAt, zone } = facts.contest
    const phase = phaseAt(facts.schedule, now)
    lines.push({ contestId: id, title, votingClosesAt, zone, phase, open: open.get(id) ?? 0 })
  }
  return lines.toSorted((a, b) => b.open - a.open)
}

export interface LookView {
  lookedAt: string
  ballots: number
  proposed: number
  /** After the close only. */
  effect: Effect | null
}

export async function findLastLook(db: Kysely<Database>, contestId: string): Promise<LookView | null> {
  const row = await db
    .selectFrom('deskLook')
    .select(['lookedAt', 'ballots', 'proposed', 'effect'])
    .where('contestId', '=', contestId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, effect: row.effect === null ? null : effectSchema.parse(JSON.parse(row.effect)) } : null
}
