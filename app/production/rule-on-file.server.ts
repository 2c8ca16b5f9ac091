import type { Kysely } from 'kysely'
import { oweLetters } from '#app/activity/owe-letters.server.ts'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import type { FileRuling } from './production-file.ts'
import { findRunFacts } from './run-facts.server.ts'
import { type ClosedHandIn, closedHandIn } from './stages.ts'

export type RuleOnFileRefusal = 'no-such-run' | 'no-such-file' | 'file-is-not-the-newest' | ClosedHandIn

interface RuleOnFile {
  runId: string
  fileId: string
  ruling: FileRuling
  /** What has to change; may be empty for an approval. */
  reason: string
  ruledBy: string
}

/** A producer's word on the newest version: it will do, or what has to change. It may be given again; the last one stands. */
export function ruleOnFile(db: Kysely<Database>, { runId, fileId, ruling, reason, ruledBy }: RuleOnFile, now: Date) {
  return writing(db, async (trx): Promise<Outcome<{ version: number }, RuleOnFileRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    const closed = closedHandIn(facts.stage, facts.go)
    if (closed) return refused(closed)
    const files = await trx
      .selectFrom('productionFile')
      .select(['id', 'version', 'handedInBy'])
      .where('runId', '=', runId)
      .orderBy('version', 'desc')
      .execute()
    const file = files.find(({ id }) => id === fileId)
    if (!file) return refused('no-such-file')
    if (file !== files[0]) return refused('file-is-not-the-newest')

    const at = now.toISOString()
    await trx.insertInto('fileRuling').values({ fileId, ruling, reason, ruledBy, ruledAt: at }).execute()
    const { contestId, entryId } = facts.run
    await recordActivity(trx, {
      ...{ at: now, actorId: ruledBy, contestId, entryId, runId, subjectId: fileId },
      kind: 'production-file-ruled',
      particulars: { version: file.version, ruling },
    })
    const accountIds = [file.handedInBy]
    await oweLetters(trx, { contestId, kind: 'file-ruled', accountIds, subjectId: fileId }, now)
    return done({ version: file.version })
  })
}
