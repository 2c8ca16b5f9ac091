import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { AgreementFacts } from './agreement.ts'
import { findRunFacts, type RunFacts } from './run-facts.server.ts'

export interface AgreementView {
  facts: RunFacts
  contest: { slug: string; title: string; zone: string }
  terms: Omit<AgreementFacts, 'brand'>
  /** What this person signed; null until they did. */
  signature: { fullName: string; signedAt: string; terms: string } | null
}

/** The agreement of a run as one of its makers reads it; undefined for everybody else. */
export async function findAgreement(
  db: Kysely<Database>,
  runId: string,
  accountId: string,
): Promise<AgreementView | undefined> {
  const facts = await findRunFacts(db, runId)
  if (!facts?.makers.some(({ id }) => id === accountId)) return undefined
  const row = await db
    .selectFrom('run')
    .innerJoin('contest', 'contest.id', 'run.contestId')
    .innerJoin('entry', 'entry.id', 'run.entryId')
    .select(['contest.slug', 'contest.title as contestTitle', 'contest.zone', 'entry.title'])
    .select(['contest.rightsKind', 'contest.exclusivityDays', 'contest.royaltyBasisPoints', 'contest.rightsTerms'])
    .where('run.id', '=', runId)
    .executeTakeFirstOrThrow()
  const signature = await db
    .selectFrom('signature')
    .select(['fullName', 'signedAt', 'terms'])
    .where('runId', '=', runId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  const { slug, contestTitle, zone, ...terms } = row
  return {
    facts,
    contest: { slug, title: contestTitle, zone },
    terms: { ...terms, contest: contestTitle, designers: facts.makers.flatMap(({ name }) => name ?? []) },
    signature: signature ?? null,
  }
}

/** Runs that wait for this person's signature. */
export function listAgreementsToSign(
  db: Kysely<Database>,
  accountId: string,
): Promise<{ runId: string; title: string }[]> {
  return db
    .selectFrom('run')
    .innerJoin('entry', 'entry.id', 'run.entryId')
    .select(['run.id as runId', 'entry.title'])
    .where((eb) =>
      eb.or([
        eb('entry.designerId', '=', accountId),
        eb.exists(
          eb
            .selectFrom('collaborator')
            .select('collaborator.entryId')
            .whereRef('collaborator.entryId', '=', 'entry.id')
            .where('collaborator.accountId', '=', accountId)
            .where('collaborator.acceptedAt', 'is not', null),
        ),
      ]),
    )
    .where('run.id', 'not in', (eb) => eb.selectFrom('signature').select('runId').where('accountId', '=', accountId))
    .where('run.id', 'not in', (eb) => eb.selectFrom('goDecision').select('runId').where('go', '=', 0))
    .execute()
}
