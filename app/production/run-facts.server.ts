import type { Kysely } from 'kysely'
import { type Author, listMakers } from '#app/entries/makers.server.ts'
import type { Database, Run } from '#db/schema.ts'
import { findLatestFile } from './latest-file.server.ts'
import type { GateFacts, Stage } from './stages.ts'

/** A run with what its gates ask. */
export interface RunFacts extends GateFacts {
  run: Run
  stage: Stage
  /** The designer and the collaborators who accepted: whose names the product carries and whose signatures it needs. */
  makers: Author[]
}

/** The one way a run is loaded for a decision. Takes `db` or a transaction. */
export async function findRunFacts(db: Kysely<Database>, runId: string): Promise<RunFacts | undefined> {
  const run = await db.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst()
  if (!run) return undefined
  const lastMove = await db
    .selectFrom('stageMove')
    .select('toStage')
    .where('runId', '=', runId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const makers = (await listMakers(db, [run.entryId])).get(run.entryId) ?? []
  const signatures = await db.selectFrom('signature').select('accountId').where('runId', '=', runId).execute()
  const signed = new Set(signatures.map(({ accountId }) => accountId))
  const decision = await db.selectFrom('goDecision').select('go').where('runId', '=', runId).executeTakeFirst()
  return {
    run,
    stage: lastMove.toStage,
    makers,
    unsigned: makers.flatMap(({ id, name }) => (name === null || signed.has(id) ? [] : id)),
    signed: signed.size,
    go: decision ? decision.go === 1 : null,
    file: await findLatestFile(db, runId),
  }
}
