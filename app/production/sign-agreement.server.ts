import type { Kysely } from 'kysely'
import { recordActivity } from '#app/activity/record-activity.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { agreementDigest } from './agreement.ts'
import { findRunFacts } from './run-facts.server.ts'

export type SignAgreementRefusal =
  | 'no-such-run'
  | 'not-yours-to-sign'
  | 'already-signed'
  | 'no-go'
  | 'agreement-changed'

interface SignAgreement {
  runId: string
  accountId: string
  /** As typed under the agreement. */
  fullName: string
  /** The agreement's text as it is now; it is kept with the signature. */
  terms: string
  /** `agreementDigest` of the text that the signer read, so that nobody signs another; left out, nothing is compared. */
  read?: string
}

/** A maker's acceptance of the agreement. It is given once and cannot be taken back here. */
export function signAgreement(
  db: Kysely<Database>,
  { runId, accountId, fullName, terms, read }: SignAgreement,
  now: Date,
) {
  return writing(db, async (trx): Promise<Outcome<null, SignAgreementRefusal>> => {
    const facts = await findRunFacts(trx, runId)
    if (!facts) return refused('no-such-run')
    if (!facts.makers.some(({ id }) => id === accountId)) return refused('not-yours-to-sign')
    if (!facts.unsigned.includes(accountId)) return refused('already-signed')
    if (facts.go === false) return refused('no-go')
    if (read !== undefined && read !== (await agreementDigest(terms))) return refused('agreement-changed')

    await trx
      .insertInto('signature')
      .values({ runId, accountId, fullName, terms, signedAt: now.toISOString() })
      .execute()
    const { contestId, entryId } = facts.run
    await recordActivity(trx, {
      ...{ at: now, actorId: accountId, contestId, entryId, runId },
      kind: 'agreement-signed',
    })
    return done(null)
  })
}
