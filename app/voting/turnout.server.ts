import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import type { Database } from '#db/schema.ts'
import { findExposureSpread } from './exposures.server.ts'
import { findParticipation } from './participation.server.ts'

/** How the voting goes, without a word on how it stands. */
export interface Turnout {
  begun: number
  counted: number
  /** How often the entries were handed out: the one seen least, the one seen most. */
  least: number
  most: number
}

/** While voting is open; null at any other time, when the record tells it. */
export async function findTurnout(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer | null },
  now: Date,
): Promise<Turnout | null> {
  if (phaseAt(facts.schedule, now) !== 'voting' || !maySee(viewer, 'participation', facts, now)) return null
  const { begun, counted } = await findParticipation(db, facts.contest.id)
  const { least, most } = await findExposureSpread(db, facts.contest.id)
  return { begun, counted, least, most }
}
