import type { Kysely } from 'kysely'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { listSeats } from '#app/contests/panel-seats.server.ts'
import type { Database } from '#db/schema.ts'
import { type CoDecision, coDecide, juryTimeIsUp, quorumOf } from './co-decision.ts'
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
    .where('view', '=', 'official')
    // An entry taken down after the close keeps its place in the record and cannot win.
    .where('entryId', 'not in', (eb) => eb.selectFrom('takedown').select('entryId'))
    .orderBy('place')
    .execute()
  const makers = await findMakers(db, contest.id)
  const verdicts = await listStandingVerdicts(db, contest.id)
  const seats = await listSeats(db, contest.id)
  const mayJudge = (jurorId: string, entryId: string) => {
    const madeBy = makers.get(entryId)
    return madeBy !== undefined && !isRecused(jurorId, madeBy)
  }
  return coDecide({
    standings,
    verdicts,
    // Nobody waits for a juror who left the panel; what they said before they left stands, or dismissing would undo a veto.
    jurorsFor: (entryId) => {
      const spoken = verdicts.filter((verdict) => verdict.entryId === entryId).map(({ jurorId }) => jurorId)
      const jurors = new Set([...facts.panel, ...spoken])
      return [...jurors].filter((jurorId) => mayJudge(jurorId, entryId))
    },
    quorumFor: (entryId) => {
      const recused = seats.filter(({ jurorId }) => !mayJudge(jurorId, entryId)).length
      return quorumOf({ quorum: contest.quorum, seats: seats.length, recused })
    },
    candidates: contest.candidates,
    timeIsUp: juryTimeIsUp(contest, now),
  })
}
