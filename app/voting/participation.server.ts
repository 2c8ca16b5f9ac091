import type { Kysely } from 'kysely'
import { countPublished } from '#app/entries/published-count.server.ts'
import type { Database } from '#db/schema.ts'
import { ballotCounts, gateFor } from './gate.ts'
import { standingEntries } from './scorable-entries.server.ts'
import { staffAtTheClose } from './staff-voters.server.ts'

interface Participation {
  begun: number
  counted: number
}

/**
 * How many ballots were begun and how many of them count so far: participation is live, what they say is not. By the same rules as
 * the count, and of scores from what triggers keep: a public page asks it of every visitor, and pays the same for ten scores and for a
 * million. A contest has ballots of one of the two kinds only.
 */
export async function findParticipation(db: Kysely<Database>, contestId: string): Promise<Participation> {
  const entries = await countPublished(db, contestId)
  const scores = await findScoreBallots(db, contestId, entries)
  return scores.begun > 0 ? scores : findDuelBallots(db, contestId, entries)
}

async function findScoreBallots(db: Kysely<Database>, contestId: string, entries: number): Promise<Participation> {
  const gate = Math.max(1, gateFor(entries))
  const sizes = await db.selectFrom('turnout').select(['given', 'ballots']).where('contestId', '=', contestId).execute()
  const { ofStaff } = await db
    .selectFrom('hand')
    .select((eb) => eb.fn.countAll<number>().as('ofStaff'))
    .where('contestId', '=', contestId)
    .where('voterId', 'in', staffAtTheClose(db, contestId))
    .where('given', '>=', gate)
    .executeTakeFirstOrThrow()
  const sum = (from: number) => sizes.reduce((all, { given, ballots }) => all + (given >= from ? ballots : 0), 0)
  return { begun: sum(1), counted: sum(gate) - ofStaff }
}

async function findDuelBallots(db: Kysely<Database>, contestId: string, entries: number): Promise<Participation> {
  const staff = new Set((await staffAtTheClose(db, contestId).execute()).map(({ accountId }) => accountId))
  const standing = standingEntries(db, contestId).select('entry.id')
  const ballots = await db
    .selectFrom('duel')
    .where('contestId', '=', contestId)
    .where('value', 'is not', null)
    .where('firstId', 'in', standing)
    .where('secondId', 'in', standing)
    .select((eb) => ['voterId', eb.fn.countAll<number>().as('given')])
    .groupBy('voterId')
    .execute()
  const counted = ballots.filter(({ voterId, given }) => !staff.has(voterId) && ballotCounts(given, entries))
  return { begun: ballots.length, counted: counted.length }
}
