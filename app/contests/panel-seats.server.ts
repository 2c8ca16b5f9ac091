import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export interface PanelMember {
  jurorId: string
  name: string
  handle: string
  mayClose: boolean
  seatedAt: string
  /** False once the role was taken from the person, or they left: the seat is empty. */
  active: boolean
  /** A juror who has given a verdict, or compared finalists, cannot be unseated. */
  hasJudged: boolean
}

/** The panel with names, first seated first. Public: who judges is part of what a designer decides on. */
export async function listPanel(db: Kysely<Database>, contestId: string): Promise<PanelMember[]> {
  const rows = await db
    .selectFrom('panelSeat')
    .innerJoin('account', 'account.id', 'panelSeat.jurorId')
    .leftJoin('roleGrant', (join) =>
      join.onRef('roleGrant.accountId', '=', 'panelSeat.jurorId').on('roleGrant.role', '=', 'juror'),
    )
    .select(['panelSeat.jurorId', 'account.name', 'account.handle', 'panelSeat.mayClose', 'panelSeat.seatedAt'])
    .select('roleGrant.role')
    .select((eb) => [anyWord(eb, 'verdict').as('gaveVerdict'), anyWord(eb, 'juryDuel').as('compared')])
    .where('panelSeat.contestId', '=', contestId)
    .orderBy('panelSeat.seatedAt')
    .orderBy('account.name')
    .execute()
  return rows.map(({ role, gaveVerdict, compared, ...row }) => ({
    ...row,
    name: row.name ?? row.handle,
    active: role !== null,
    mayClose: row.mayClose === 1,
    hasJudged: Boolean(gaveVerdict) || Boolean(compared),
  }))
}

function anyWord(eb: ExpressionBuilder<Database, 'panelSeat'>, table: 'verdict' | 'juryDuel') {
  return eb.exists(
    eb
      .selectFrom(table)
      .select(`${table}.id`)
      .whereRef(`${table}.contestId`, '=', 'panelSeat.contestId')
      .whereRef(`${table}.jurorId`, '=', 'panelSeat.jurorId'),
  )
}

/** Whether this juror has said anything on the entries: then their seat stays theirs. */
export async function hasJudged(
  db: Kysely<Database>,
  { contestId, jurorId }: { contestId: string; jurorId: string },
): Promise<boolean> {
  const seat = await db
    .selectFrom('panelSeat')
    .select('jurorId')
    .where('contestId', '=', contestId)
    .where('jurorId', '=', jurorId)
    .where((eb) => eb.or([anyWord(eb, 'verdict'), anyWord(eb, 'juryDuel')]))
    .executeTakeFirst()
  return seat !== undefined
}

/** Jurors who have no seat on this panel yet. */
export async function listJurorsToSeat(
  db: Kysely<Database>,
  contestId: string,
): Promise<{ id: string; name: string; email: string }[]> {
  const rows = await db
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .leftJoin('panelSeat', (join) =>
      join.onRef('panelSeat.jurorId', '=', 'account.id').on('panelSeat.contestId', '=', contestId),
    )
    .select(['account.id', 'account.name', 'account.email'])
    .where('roleGrant.role', '=', 'juror')
    .where('account.deletedAt', 'is', null)
    .where('panelSeat.jurorId', 'is', null)
    .orderBy('account.name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name ?? '', email: row.email ?? '' }))
}

export interface Seat {
  jurorId: string
  mayClose: number
  /** 0 once the role was taken from the person, or they left: the seat is then empty. What they found before stands. */
  active: number
}

export function listSeats(db: Kysely<Database>, contestId: string): Promise<Seat[]> {
  return seatRows(db, contestId).execute()
}

/** The query itself, for those who prepare it. */
export function seatRows(db: Kysely<Database>, contestId: string) {
  return db
    .selectFrom('panelSeat')
    .leftJoin('roleGrant', (join) =>
      join.onRef('roleGrant.accountId', '=', 'panelSeat.jurorId').on('roleGrant.role', '=', 'juror'),
    )
    .select(['panelSeat.jurorId', 'panelSeat.mayClose'])
    .select((eb) => eb.case().when('roleGrant.role', 'is not', null).then(1).else(0).end().as('active'))
    .where('panelSeat.contestId', '=', contestId)
}

/** Whether somebody drew, or stands beside, an entry of this contest: published, neither withdrawn nor taken down. */
export async function hasWorkInContest(
  db: Kysely<Database>,
  { contestId, accountId }: { contestId: string; accountId: string },
): Promise<boolean> {
  const work = await db
    .selectFrom('entry')
    .innerJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .leftJoin('collaborator', (join) =>
      join
        .onRef('collaborator.entryId', '=', 'entry.id')
        .on('collaborator.accountId', '=', accountId)
        .on('collaborator.acceptedAt', 'is not', null),
    )
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .select('entry.id')
    .where('entry.contestId', '=', contestId)
    .where((eb) => eb.or([eb('entry.designerId', '=', accountId), eb('collaborator.accountId', 'is not', null)]))
    .where('withdrawal.entryId', 'is', null)
    .where('takedown.entryId', 'is', null)
    .executeTakeFirst()
  return work !== undefined
}

export async function isJuror(db: Kysely<Database>, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .select('account.id')
    .where('roleGrant.accountId', '=', accountId)
    .where('roleGrant.role', '=', 'juror')
    .where('account.deletedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
