import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { findViewerById } from '#app/accounts/viewers.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { aPerson } from '#db/seeds/a-vote.ts'
import type { Chance } from '../chance.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** Where elections are played: a database of their own, its staff, and what came of them so far. */
export interface Stage {
  db: Kysely<Database>
  admins: [string, string]
  jurorPool: readonly string[]
  /** How often something happened, by its name. */
  happened: Map<string, number>
  close: () => Promise<void>
}

/** One election while it is played. The clock is moved by those who play. */
export interface Play extends Stage {
  chance: Chance
  contestId: string
  method: 'scores' | 'duels'
  /** Standing or not; by id. */
  entryIds: string[]
  panel: readonly [string, ...string[]]
  votingOpens: Date
  now: Date
}

export const STARTED = new Date('2026-03-01T09:00:00.000Z')
const JURORS = 5

/** A power cut would cost nothing but the check: nothing of it waits for the disk. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'placet-played-'))
  const db = openDatabase(join(folder, 'placet.sqlite'))
  await migrateToLatest(db)
  await sql`PRAGMA synchronous=OFF`.execute(db)
  const admins: [string, string] = [await aPerson(db, { role: 'admin' }), await aPerson(db, { role: 'admin' })]
  const jurorPool: string[] = []
  for (let made = 0; made < JURORS; made += 1) jurorPool.push(await aPerson(db, { role: 'juror' }))
  return {
    ...{ db, admins, jurorPool, happened: new Map() },
    async close() {
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}

export function note({ happened }: Pick<Stage, 'happened'>, what: string, times = 1): void {
  if (times > 0) happened.set(what, (happened.get(what) ?? 0) + times)
}

export async function viewerOf({ db }: Pick<Stage, 'db'>, id: string): Promise<Viewer> {
  const viewer = await findViewerById(db, id)
  if (!viewer) throw new Error(`nobody is ${id}`)
  return viewer
}
