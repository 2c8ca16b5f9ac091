import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { Database, Standing } from '#db/schema.ts'
import { asReadBy, type CoDecision, juryTimeIsUp, type Rung } from './co-decision.ts'
import { findCoDecision, findMakers, listStandingVerdicts } from './docket.server.ts'
import { listJurorNames } from './panels.server.ts'
import type { SignedVerdict } from './result.server.ts'
import { isRecused } from './verdict.ts'

export interface LadderLine {
  rung: Rung
  entry: WallEntry
  standing: Standing
  /** The panel's words; none on an entry on which this juror has not spoken. */
  verdicts: SignedVerdict[]
  /** This juror may judge the entry and has not yet. */
  owed: boolean
}

/** The ladder as it would be signed at this moment, for the panel; null while the seal or the count keeps it closed. */
export async function findLadder(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer },
  now: Date,
): Promise<{ coDecision: CoDecision; lines: LadderLine[] } | null> {
  if (!maySee(viewer, 'verdicts', facts, now)) return null
  const contestId = facts.contest.id
  const verdicts = await listStandingVerdicts(db, contestId)
  const makers = await findMakers(db, contestId)
  const hasSpoken = (entryId: string) =>
    verdicts.some((verdict) => verdict.entryId === entryId && verdict.jurorId === viewer.id)
  const owes = (entryId: string) => {
    const madeBy = makers.get(entryId)
    return madeBy !== undefined && !isRecused(viewer.id, madeBy) && !hasSpoken(entryId)
  }
  const whole = await findCoDecision(db, facts, now)
  // After the jury's time the ladder must be there to be signed, whoever kept silent.
  const coDecision = juryTimeIsUp(facts.contest, now) ? whole : asReadBy(whole, owes)
  const ids = coDecision.rungs.map(({ entryId }) => entryId)
  const standings = await db
    .selectFrom('standing')
    .selectAll()
    .where('contestId', '=', contestId)
    .where('view', '=', 'official')
    .execute()
  const entries = await listWallEntries(db, ids, viewer, now)
  const names = await listJurorNames(db, contestId)
  const lines = coDecision.rungs.flatMap((rung) => {
    const entry = entries.find(({ id }) => id === rung.entryId)
    const standing = standings.find(({ entryId }) => entryId === rung.entryId)
    if (!entry || !standing) return []
    const readable = hasSpoken(rung.entryId) ? verdicts.filter(({ entryId }) => entryId === rung.entryId) : []
    const signed = readable.map((verdict) => ({ ...verdict, jurorName: names.get(verdict.jurorId) ?? null }))
    return [{ rung, entry, standing, verdicts: signed, owed: owes(rung.entryId) }]
  })
  return { coDecision, lines }
}
