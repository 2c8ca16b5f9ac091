import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { listWallEntries, type WallEntry } from '#app/entries/wall-entries.server.ts'
import type { Database } from '#db/schema.ts'
import { isLate, STAGES, type Stage } from './stages.ts'

/** A stage of a run as a station on its rail. */
export interface Station {
  stage: Stage
  reachedAt: string | null
  leftAt: string | null
  ownerId: string | null
  ownerName: string | null
  dueAt: string | null
  late: boolean
}

/** A run as the pipeline and the board show it. */
export interface RunView {
  id: string
  createdAt: string
  entry: WallEntry
  contest: { slug: string; title: string; zone: string }
  stage: Stage
  stations: Station[]
  /** null until somebody decided. */
  go: boolean | null
  /** Set at the launch. */
  productSlug: string | null
}

/** Every run, latest first: all of them are public (DESIGN.md, "The community sees the pipeline of every run"). */
export async function listRuns(db: Kysely<Database>, viewer: Viewer | null, now: Date): Promise<RunView[]> {
  const rows = await db.selectFrom('run').select('id').orderBy('createdAt', 'desc').orderBy('id').execute()
  return readRuns(
    db,
    rows.map(({ id }) => id),
    viewer,
    now,
  )
}

export async function findRun(
  db: Kysely<Database>,
  runId: string,
  viewer: Viewer | null,
  now: Date,
): Promise<RunView | undefined> {
  const [run] = await readRuns(db, [runId], viewer, now)
  return run
}

async function readRuns(
  db: Kysely<Database>,
  ids: readonly string[],
  viewer: Viewer | null,
  now: Date,
): Promise<RunView[]> {
  if (ids.length === 0) return []
  const runs = await db
    .selectFrom('run')
    .innerJoin('contest', 'contest.id', 'run.contestId')
    .leftJoin('goDecision', 'goDecision.runId', 'run.id')
    .leftJoin('product', 'product.runId', 'run.id')
    .select(['run.id', 'run.createdAt', 'run.entryId', 'contest.slug', 'contest.title', 'contest.zone'])
    .select(['goDecision.go', 'product.slug as productSlug'])
    .where('run.id', 'in', ids)
    .execute()
  const entryIds = runs.map(({ entryId }) => entryId)
  const entries = new Map((await listWallEntries(db, entryIds, viewer, now)).map((entry) => [entry.id, entry]))
  const moves = await db.selectFrom('stageMove').selectAll().where('runId', 'in', ids).orderBy('id').execute()
  const plans = await db
    .selectFrom('stagePlan')
    .leftJoin('account', 'account.id', 'stagePlan.ownerId')
    .select(['stagePlan.runId', 'stagePlan.stage', 'stagePlan.ownerId', 'stagePlan.dueAt', 'account.name'])
    .where('stagePlan.runId', 'in', ids)
    .execute()
  const views = runs.flatMap(({ entryId, slug, title, zone, go, ...run }) => {
    const entry = entries.get(entryId)
    const ownMoves = moves.filter(({ runId }) => runId === run.id)
    const stage = ownMoves.at(-1)?.toStage
    if (!entry || !stage) return []
    const stations = toStations(
      ownMoves,
      plans.filter(({ runId }) => runId === run.id),
      go === 0,
      now,
    )
    return [{ ...run, entry, contest: { slug, title, zone }, stage, stations, go: go === null ? null : go === 1 }]
  })
  return ids.flatMap((id) => views.find((view) => view.id === id) ?? [])
}

interface Plan {
  stage: Stage
  ownerId: string | null
  dueAt: string | null
  name: string | null
}

function toStations(
  moves: readonly { toStage: Stage; movedAt: string }[],
  plans: readonly Plan[],
  stopped: boolean,
  now: Date,
): Station[] {
  return STAGES.map((stage, index) => {
    const plan = plans.find((one) => one.stage === stage)
    const reachedAt = moves.find(({ toStage }) => toStage === stage)?.movedAt ?? null
    const next = STAGES[index + 1]
    const leftAt = stage === 'launched' ? reachedAt : (moves.find(({ toStage }) => toStage === next)?.movedAt ?? null)
    const dueAt = plan?.dueAt ?? null
    return {
      ...{ stage, reachedAt, leftAt, dueAt },
      ownerId: plan?.ownerId ?? null,
      ownerName: plan?.name ?? null,
      late: !stopped && isLate(dueAt, leftAt, now),
    }
  })
}
