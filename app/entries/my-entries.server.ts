import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { type Phase, phaseAt } from '#app/contests/schedule.ts'
import type { Database } from '#db/schema.ts'
import { type EntryState, entryState } from './entry.ts'
import { listWallEntries, type WallEntry } from './wall-entries.server.ts'

/** One of a person's own entries. */
export interface MyEntry extends WallEntry {
  state: EntryState
  phase: Phase
  /** When voting opens, until which it may change; with the contest's zone. */
  votingOpensAt: string
  zone: string
  submittedAt: string | null
  updatedAt: string
  takedownReason: string | null
  /** 'designer' when it is theirs, else how they stand to it. */
  part: 'designer' | 'collaborator' | 'invited'
}

/** Everything this person drew or is asked to put their name to, newest first. */
export async function listMyEntries(
  db: Kysely<Database>,
  { viewer, contestId }: { viewer: Viewer; contestId?: string },
  now: Date,
): Promise<MyEntry[]> {
  const rows = await db
    .selectFrom('entry')
    .leftJoin('collaborator', (join) =>
      join.onRef('collaborator.entryId', '=', 'entry.id').on('collaborator.accountId', '=', viewer.id),
    )
    .leftJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .select(['entry.id', 'entry.contestId', 'entry.designerId', 'entry.updatedAt', 'collaborator.acceptedAt'])
    .select(['entrySubmission.submittedAt', 'withdrawal.withdrawnAt', 'takedown.takenDownAt'])
    .select('takedown.reason as takedownReason')
    .where((eb) =>
      eb.or([
        eb('entry.designerId', '=', viewer.id),
        eb.and([eb('collaborator.accountId', 'is not', null), eb('collaborator.declinedAt', 'is', null)]),
      ]),
    )
    .$if(contestId !== undefined, (query) => query.where('entry.contestId', '=', contestId ?? ''))
    .orderBy('entry.createdAt', 'desc')
    .orderBy('entry.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const pieces = new Map((await listWallEntries(db, ids, viewer, now)).map((piece) => [piece.id, piece]))
  const schedules = await findSchedules(db, new Set(rows.map((row) => row.contestId)))
  return rows.flatMap((row) => {
    const piece = pieces.get(row.id)
    const contest = schedules.get(row.contestId)
    if (!piece || !contest) return []
    const { submittedAt, updatedAt, takedownReason } = row
    return {
      ...piece,
      ...{ submittedAt, updatedAt, takedownReason },
      state: entryState(row),
      phase: phaseAt(contest.schedule, now),
      votingOpensAt: contest.schedule.votingOpensAt,
      zone: contest.contest.zone,
      part: row.designerId === viewer.id ? 'designer' : row.acceptedAt ? 'collaborator' : 'invited',
    }
  })
}

async function findSchedules(db: Kysely<Database>, contestIds: Set<string>) {
  const found = new Map<string, NonNullable<Awaited<ReturnType<typeof findContestFacts>>>>()
  for (const id of contestIds) {
    const facts = await findContestFacts(db, { id })
    if (facts) found.set(id, facts)
  }
  return found
}
