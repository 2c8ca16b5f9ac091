import type { Kysely } from 'kysely'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { FILE_VERSIONS_MOST } from './production-file.ts'
import type { FileKind } from './recognise-file.ts'
import { findRunFacts, type RunFacts } from './run-facts.server.ts'
import { type ClosedHandIn, closedHandIn } from './stages.ts'

export type HandInFileRefusal =
  | 'no-such-run'
  | 'not-yours-to-hand-in'
  | 'file-came-already'
  | 'file-versions-most'
  | ClosedHandIn

export interface HandInFile {
  runId: string
  by: Viewer
  note: string
  /** The file as it is kept by now. */
  file: { id: string; key: string; kind: FileKind; bytes: number; sha256: string }
}

/** The next version of a run's production file; the ones before it stay. The same bytes again are no new version. */
export function handInFile(db: Kysely<Database>, { runId, by, note, file }: HandInFile, now: Date) {
  return writing(db, async (trx): Promise<Outcome<{ version: number }, HandInFileRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    const refusal = refuseHandIn(facts, by)
    if (!facts || refusal) return refused(refusal ?? 'no-such-run')
    const last = await trx
      .selectFrom('productionFile')
      .select(['version', 'sha256'])
      .where('runId', '=', runId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (last?.sha256 === file.sha256) return refused('file-came-already')
    const version = (last?.version ?? 0) + 1
    if (version > FILE_VERSIONS_MOST) return refused('file-versions-most')

    await trx
      .insertInto('productionFile')
      .values({ ...file, runId, version, note, handedInBy: by.id, handedInAt: now.toISOString() })
      .execute()
    const { contestId, entryId } = facts.run
    await recordActivity(trx, {
      ...{ at: now, actorId: by.id, contestId, entryId, runId, subjectId: file.id },
      kind: 'production-file-handed-in',
      particulars: { version, fileKind: file.kind },
    })
    return done({ version })
  })
}

/**
 * Its makers hand it in, since all of them have signed; producers may for them, when it came by another way or a maker has left.
 * Asked before the file is taken too: who may not send one should not have to send it first.
 */
export function refuseHandIn(facts: RunFacts | undefined, by: Viewer): HandInFileRefusal | null {
  if (!facts) return 'no-such-run'
  const isMaker = facts.makers.some(({ id }) => id === by.id)
  if (!isMaker && !has(by, 'producer') && !has(by, 'admin')) return 'not-yours-to-hand-in'
  return closedHandIn(facts.stage, facts.go)
}
