import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { type PrintWish, printWishOf } from '#app/images/print-wish.ts'
import type { Database } from '#db/schema.ts'
import type { FileRuling } from './production-file.ts'
import type { FileKind } from './recognise-file.ts'
import { findRunFacts, type RunFacts } from './run-facts.server.ts'

/** One version, with the last word on it. */
export interface ProductionFileView {
  id: string
  version: number
  kind: FileKind
  bytes: number
  sha256: string
  note: string
  handedInAt: string
  /** null once the account is deleted. */
  handedInByName: string | null
  ruling: { ruling: FileRuling; reason: string; ruledByName: string | null; ruledAt: string } | null
}

/** Every version, the newest first. For its makers, producers and admins: see `maySeeFiles`. */
export async function listProductionFiles(db: Kysely<Database>, runId: string): Promise<ProductionFileView[]> {
  const files = await db
    .selectFrom('productionFile')
    .innerJoin('account', 'account.id', 'productionFile.handedInBy')
    .select(['productionFile.id', 'version', 'kind', 'bytes', 'sha256', 'note', 'handedInAt'])
    .select('account.name as handedInByName')
    .where('runId', '=', runId)
    .orderBy('version', 'desc')
    .execute()
  const rulings = await db
    .selectFrom('fileRuling')
    .innerJoin('productionFile', 'productionFile.id', 'fileRuling.fileId')
    .innerJoin('account', 'account.id', 'fileRuling.ruledBy')
    .select(['fileRuling.fileId', 'fileRuling.ruling', 'fileRuling.reason', 'fileRuling.ruledAt'])
    .select('account.name as ruledByName')
    .where('productionFile.runId', '=', runId)
    .orderBy('fileRuling.id', 'desc')
    .execute()
  return files.map((file) => {
    const last = rulings.find(({ fileId }) => fileId === file.id)
    if (!last) return { ...file, ruling: null }
    const { fileId: _, ...ruling } = last
    return { ...file, ruling }
  })
}

/** What the brief of the run asks of the print; null where nothing is printed. */
export async function findPrintWish(db: Kysely<Database>, runId: string): Promise<PrintWish | null> {
  const row = await db
    .selectFrom('run')
    .innerJoin('contest', 'contest.id', 'run.contestId')
    .select(['printWidthMm', 'printHeightMm', 'printBleedMm', 'printPpi', 'printColour'])
    .where('run.id', '=', runId)
    .executeTakeFirst()
  return row ? printWishOf(row) : null
}

export function maySeeFiles({ makers }: Pick<RunFacts, 'makers'>, viewer: Viewer | null): boolean {
  if (viewer === null) return false
  return has(viewer, 'producer') || has(viewer, 'admin') || makers.some(({ id }) => id === viewer.id)
}

/** A version to save; undefined for everybody whom it is not for. */
export async function findProductionFile(
  db: Kysely<Database>,
  { fileId, viewer }: { fileId: string; viewer: Viewer },
): Promise<{ key: string; bytes: number; sha256: string; saveAs: string } | undefined> {
  const row = await db
    .selectFrom('productionFile')
    .innerJoin('run', 'run.id', 'productionFile.runId')
    .innerJoin('contest', 'contest.id', 'run.contestId')
    .select(['productionFile.key', 'productionFile.bytes', 'productionFile.sha256', 'productionFile.kind'])
    .select(['productionFile.version', 'productionFile.runId', 'contest.slug'])
    .where('productionFile.id', '=', fileId)
    .executeTakeFirst()
  const facts = row && (await findRunFacts(db, row.runId))
  if (!row || !facts || !maySeeFiles(facts, viewer)) return undefined
  const { key, bytes, sha256, slug, version, kind } = row
  return { key, bytes, sha256, saveAs: `${slug}-${version}.${kind}` }
}
