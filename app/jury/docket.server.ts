import type { Kysely } from 'kysely'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { listSeats } from '#app/contests/panel-seats.server.ts'
import type { Database } from '#db/schema.ts'
import type { CoDecision } from './co-decision.ts'
import { type LadderGrounds, ladderOf } from './ladder-grounds.ts'
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
  return (await findGroundedLadder(db, facts, now)).ladder
}

/** The same with what it stands on. */
export async function findGroundedLadder(
  db: Kysely<Database>,
  facts: ContestFacts,
  now: Date,
): Promise<{ grounds: LadderGrounds; ladder: CoDecision }> {
  const { contest } = facts
  const standings = await db
    .selectFrom('standing')
    .leftJoin('takedown', 'takedown.entryId', 'standing.entryId')
    .select(['standing.entryId', 'standing.place', 'takedown.takenDownAt'])
    .where('standing.contestId', '=', contest.id)
    .where('standing.view', '=', 'official')
    .orderBy('standing.place')
    .execute()
  const makers = await findMakers(db, contest.id)
  const seats = await listSeats(db, contest.id)
  const recusalsOf = ({ jurorId }: { jurorId: string }) =>
    standings.flatMap(({ entryId }) => {
      const madeBy = makers.get(entryId)
      return madeBy && isRecused(jurorId, madeBy) ? [{ jurorId, entryId }] : []
    })
  const grounds: LadderGrounds = {
    candidates: contest.candidates,
    quorum: contest.quorum,
    dueAt: contest.decisionDueAt,
    jurors: seats.map(({ jurorId }) => ({ jurorId, seated: facts.panel.includes(jurorId) })),
    recusals: seats.flatMap(recusalsOf),
    // An entry taken down after the close keeps its place in the record and cannot win.
    gone: standings.filter(({ takenDownAt }) => takenDownAt !== null).map(({ entryId }) => entryId),
    verdicts: await listStandingVerdicts(db, contest.id),
  }
  return { grounds, ladder: ladderOf(grounds, standings, now) }
}
