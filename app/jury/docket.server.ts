import type { Kysely } from 'kysely'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import type { Database } from '#db/schema.ts'
import { type CoDecision, coDecide } from './co-decision.ts'
import { isRecused, type Makers, type StandingVerdict } from './verdict.ts'

/** The verdicts that stand: of each juror on each entry, the last. Takes `db` or a transaction. */
export async function listStandingVerdicts(db: Kysely<Database>, contestId: string): Promise<StandingVerdict[]> {
  return db
    .selectFrom('verdict')
    .select(['entryId', 'jurorId', 'kind', 'code', 'reason', 'givenAt'])
    .where('contestId', '=', contestId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('verdict')
        .select((last) => last.fn.max('verdict.id').as('id'))
        .where('contestId', '=', contestId)
        .groupBy(['entryId', 'jurorId']),
    )
    .orderBy('id')
    .execute()
}

/** Who made each entry of the contest, by entry id. */
export async function findMakers(db: Kysely<Database>, contestId: string): Promise<Map<string, Makers>> {
  const entries = await db.selectFrom('entry').select(['id', 'designerId']).where('contestId', '=', contestId).execute()
  const collaborators = await db
    .selectFrom('collaborator')
    .innerJoin('entry', 'entry.id', 'collaborator.entryId')
    .select(['collaborator.entryId', 'collaborator.accountId'])
    .where('entry.contestId', '=', contestId)
    .where('collaborator.acceptedAt', 'is not', null)
    .execute()
  return new Map(
    entries.map(({ id, designerId }) => [
      id,
      {
        designerId,
        collaboratorIds: collaborators.filter((one) => one.entryId === id).map((one) => one.accountId),
      },
    ]),
  )
}

/** The co-decision as it stands at this moment, from the frozen standings and the verdicts given so far. */
export async function findCoDecision(db: Kysely<Database>, facts: ContestFacts, now: Date): Promise<CoDecision> {
  const { contest } = facts
  const standings = await db
    .selectFrom('standing')
    .select(['entryId', 'place'])
    .where('contestId', '=', contest.id)
    // An entry taken down after the close keeps its place in the record and cannot win.
    .where('entryId', 'not in', (eb) => eb.selectFrom('takedown').select('entryId'))
    .orderBy('place')
    .execute()
  const makers = await findMakers(db, contest.id)
  return coDecide({
    standings,
    verdicts: await listStandingVerdicts(db, contest.id),
    jurorsFor: (entryId) => {
      const of = makers.get(entryId)
      return facts.panel.filter((jurorId) => of !== undefined && !isRecused(jurorId, of))
    },
    quorum: contest.quorum,
    candidates: contest.candidates,
    timeIsUp: now.toISOString() >= contest.decisionDueAt,
  })
}
