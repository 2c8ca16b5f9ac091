import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { Database, Standing } from '#db/schema.ts'
import type { CoDecision, Rung } from './co-decision.ts'
import { findCoDecision, listStandingVerdicts } from './docket.server.ts'
import { listJurorNames } from './panels.server.ts'
import type { SignedVerdict } from './result.server.ts'

export interface LadderLine {
  rung: Rung
  entry: WallEntry
  standing: Standing
  verdicts: SignedVerdict[]
}

/** The ladder as it would be signed at this moment, for the panel; null while the seal or the count keeps it closed. */
export async function findLadder(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer },
  now: Date,
): Promise<{ coDecision: CoDecision; lines: LadderLine[] } | null> {
  if (!maySee(viewer, 'verdicts', facts, now)) return null
  const contestId = facts.contest.id
  const coDecision = await findCoDecision(db, facts, now)
  const ids = coDecision.rungs.map(({ entryId }) => entryId)
  const standings = await db.selectFrom('standing').selectAll().where('contestId', '=', contestId).execute()
  const entries = await listWallEntries(db, ids, viewer, now)
  const names = await listJurorNames(db, contestId)
  const verdicts = await listStandingVerdicts(db, contestId)
  const lines = coDecision.rungs.flatMap((rung) => {
    const entry = entries.find(({ id }) => id === rung.entryId)
    const standing = standings.find(({ entryId }) => entryId === rung.entryId)
    if (!entry || !standing) return []
    const given = verdicts
      .filter(({ entryId }) => entryId === rung.entryId)
      .map((verdict) => ({ ...verdict, jurorName: names.get(verdict.jurorId) ?? null }))
    return [{ rung, entry, standing, verdicts: given }]
  })
  return { coDecision, lines }
}
