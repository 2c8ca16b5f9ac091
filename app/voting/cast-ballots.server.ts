import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { ballotCounts } from './gate.ts'
import { standingEntries } from './scorable-entries.server.ts'
import { listStaffVoters } from './staff-ballots.server.ts'
import type { CountedBallot, CountedEntry } from './standings.ts'

/** All that the count needs of a contest. Sealed: only the count itself and what it froze may use it. */
export interface CastBallots {
  entries: CountedEntry[]
  /** Ballots with at least one score on an entry that stands. */
  begun: number
  /** Those past the gate, without those of people who are staff by now. */
  counted: CountedBallot[]
  /** Whose ballots and marks are left out. */
  staffVoters: string[]
  /** How many of the ballots begun that leaves out. */
  staffBallots: number
}

export async function findCastBallots(db: Kysely<Database>, contestId: string): Promise<CastBallots> {
  const staffVoters = await listStaffVoters(db, contestId)
  const entries = await standingEntries(db, contestId)
    .select((eb) => [
      'entry.id as entryId',
      'entrySubmission.submittedAt',
      eb.fn
        .coalesce(
          eb
            .selectFrom('buyMark')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('buyMark.entryId', '=', 'entry.id')
            .where('buyMark.accountId', 'not in', staffVoters),
          eb.lit(0),
        )
        .as('buyMarks'),
    ])
    .execute()
  const ballots = await findBallots(db, contestId)
  const ofMembers = ballots.filter(({ voterId }) => !staffVoters.includes(voterId))
  return {
    entries,
    begun: ballots.length,
    staffVoters,
    staffBallots: ballots.length - ofMembers.length,
    counted: ofMembers
      .filter((ballot) => ballotCounts(ballot.scores.length, entries.length - ballot.own))
      .map(({ scores, handed }) => ({ scores, handed })),
  }
}

/**
 * How many ballots were begun and how many of them count so far: participation is live, what they say is not. By the same rules as
 * the count, but counted in the database: a public page asks it of every visitor.
 */
export async function findParticipation(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ begun: number; counted: number }> {
  const staffVoters = await listStaffVoters(db, contestId)
  const makers = await findMakers(db, contestId)
  const { entries } = await standingEntries(db, contestId)
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow()
  const ballots = await scoresThatMayCount(db, contestId)
    .select((eb) => ['score.voterId', eb.fn.countAll<number>().as('given')])
    .groupBy('score.voterId')
    .execute()
  const counted = ballots.filter(
    ({ voterId, given }) =>
      !staffVoters.includes(voterId) && ballotCounts(given, entries - (makers.get(voterId)?.size ?? 0)),
  )
  return { begun: ballots.length, counted: counted.length }
}

interface Ballot extends CountedBallot {
  voterId: string
  handed: number
  /** How many of the standing entries are the voter's own or a collaboration of theirs. */
  own: number
}

async function findBallots(db: Kysely<Database>, contestId: string): Promise<Ballot[]> {
  const makers = await findMakers(db, contestId)
  const rows = await scoresThatMayCount(db, contestId)
    .select(['score.voterId', 'score.entryId', 'score.value'])
    .execute()
  const handed = await findHanded(db, contestId)
  const ballots = new Map<string, Ballot & { scores: { entryId: string; value: number }[] }>()
  for (const { voterId, entryId, value } of rows) {
    const ballot = ballots.get(voterId) ?? {
      voterId,
      scores: [],
      handed: handed.get(voterId) ?? 0,
      own: makers.get(voterId)?.size ?? 0,
    }
    ballot.scores.push({ entryId, value })
    ballots.set(voterId, ballot)
  }
  return [...ballots.values()]
}

/** Account → how many standing entries the queue handed them, passed ones too. */
async function findHanded(db: Kysely<Database>, contestId: string): Promise<Map<string, number>> {
  const rows = await standingEntries(db, contestId)
    .innerJoin('exposure', 'exposure.entryId', 'entry.id')
    .select((eb) => ['exposure.voterId', eb.fn.countAll<number>().as('handed')])
    .groupBy('exposure.voterId')
    .execute()
  return new Map(rows.map(({ voterId, handed }) => [voterId, handed]))
}

/** The queue hands nobody their own work; should the record ever say otherwise, it still does not count. */
function scoresThatMayCount(db: Kysely<Database>, contestId: string) {
  return standingEntries(db, contestId)
    .innerJoin('score', 'score.entryId', 'entry.id')
    .whereRef('score.voterId', '!=', 'entry.designerId')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('collaborator')
            .select('collaborator.entryId')
            .whereRef('collaborator.entryId', '=', 'entry.id')
            .whereRef('collaborator.accountId', '=', 'score.voterId')
            .where('collaborator.declinedAt', 'is', null),
        ),
      ),
    )
}

/** Account → the standing entries they drew or were asked to stand beside; nobody can be asked once voting is open. */
async function findMakers(db: Kysely<Database>, contestId: string): Promise<Map<string, Set<string>>> {
  const designers = await standingEntries(db, contestId)
    .select(['entry.designerId as accountId', 'entry.id as entryId'])
    .execute()
  const collaborators = await standingEntries(db, contestId)
    .innerJoin('collaborator', 'collaborator.entryId', 'entry.id')
    .where('collaborator.declinedAt', 'is', null)
    .select(['collaborator.accountId', 'entry.id as entryId'])
    .execute()
  const makers = new Map<string, Set<string>>()
  for (const { accountId, entryId } of [...designers, ...collaborators]) {
    makers.set(accountId, (makers.get(accountId) ?? new Set()).add(entryId))
  }
  return makers
}
