import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { Database, Standing } from '#db/schema.ts'
import { findMakers, listStandingVerdicts } from './docket.server.ts'
import { isRecused, type StandingVerdict } from './verdict.ts'

/** One entry on a juror's light table: the crowd's place beside one's own word. Never who drew it, before the decision. */
export interface DocketLine {
  entry: WallEntry
  standing: Standing
  recused: boolean
  mine: StandingVerdict | null
  /** Verdicts given by the panel, one's own included. */
  heard: number
}

/** The juror's docket in the order of the crowd; null while the seal or the count keeps it closed. */
export async function findLightTable(
  db: Kysely<Database>,
  { facts, viewer }: { facts: ContestFacts; viewer: Viewer },
  now: Date,
): Promise<DocketLine[] | null> {
  if (!maySee(viewer, 'standings', facts, now) || !maySee(viewer, 'verdicts', facts, now)) return null
  const contestId = facts.contest.id
  const standings = await db
    .selectFrom('standing')
    .selectAll()
    .where('contestId', '=', contestId)
    .where('view', '=', 'official')
    // What was taken down since the close keeps its place in the record, and is not looked at any more.
    .where('entryId', 'not in', (eb) => eb.selectFrom('takedown').select('entryId'))
    .orderBy('place')
    .execute()
  const ids = standings.map(({ entryId }) => entryId)
  const entries = new Map((await listWallEntries(db, ids, viewer, now)).map((entry) => [entry.id, entry]))
  const verdicts = await listStandingVerdicts(db, contestId)
  const makers = await findMakers(db, contestId)
  return standings.flatMap((standing) => {
    const entry = entries.get(standing.entryId)
    const madeBy = makers.get(standing.entryId)
    if (!entry || !madeBy) return []
    const given = verdicts.filter((verdict) => verdict.entryId === standing.entryId)
    const mine = given.find((verdict) => verdict.jurorId === viewer.id) ?? null
    return [{ entry, standing, recused: isRecused(viewer.id, madeBy), mine, heard: given.length }]
  })
}
