import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { Happened } from './append-event.server.ts'
import { listRecordedOnce, listUnrecordedWithdrawals } from './entries-gone.server.ts'
import { standingEntries } from './scorable-entries.server.ts'
import { staffAtTheClose } from './staff-voters.server.ts'

/**
 * What the record still lacks before it can be counted: of each ballot how many standing entries its voter was handed and whether they
 * became staff; of each entry that it left. In the order of the pseudonyms, which says nothing about people, so that whoever closes
 * the record, or goes on after a crash, writes the same events.
 */
export async function listClosingEvents(db: Kysely<Database>, contestId: string): Promise<Happened[]> {
  return [...(await listUnrecordedWithdrawals(db, contestId)), ...(await listBallotEvents(db, contestId))]
}

async function listBallotEvents(db: Kysely<Database>, contestId: string): Promise<Happened[]> {
  const recorded = new Set((await listRecordedOnce(db, contestId)).map(({ kind, pseudonym }) => `${kind} ${pseudonym}`))
  const left = await db
    .selectFrom('leftBallot')
    .select(['pseudonym', 'handed', 'staff'])
    .where('contestId', '=', contestId)
    .execute()
  return [...(await listKeptBallots(db, contestId)), ...left]
    .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
    .flatMap(eventsOf)
    .filter(({ kind, pseudonym }) => !recorded.has(`${kind} ${pseudonym}`))
}

export interface KeptBallot {
  pseudonym: string
  handed: number
  /** 1: of somebody who became staff. */
  staff: number
}

function eventsOf({ pseudonym, handed, staff }: KeptBallot): Happened[] {
  const events: Happened[] = [{ kind: 'handed', pseudonym, value: handed }]
  return staff === 1 ? [...events, { kind: 'staff', pseudonym }] : events
}

/** The ballots whose voters can still be told from them; or one voter's, whose key is about to be destroyed. */
export async function listKeptBallots(
  db: Kysely<Database>,
  contestId: string,
  voterId?: string,
): Promise<KeptBallot[]> {
  const keys = await db
    .selectFrom('ballotKey')
    .select(['voterId', 'pseudonym'])
    .where('contestId', '=', contestId)
    .$if(voterId !== undefined, (keys) => keys.where('voterId', '=', voterId ?? ''))
    .execute()
  const exposures = await db
    .selectFrom('exposure')
    .select((eb) => ['voterId', eb.fn.countAll<number>().as('handed')])
    .where('contestId', '=', contestId)
    .where('entryId', 'in', standingEntries(db, contestId).select('entry.id'))
    .$if(voterId !== undefined, (handings) => handings.where('voterId', '=', voterId ?? ''))
    .groupBy('voterId')
    .execute()
  const handed = new Map(exposures.map((row) => [row.voterId, row.handed]))
  const staff = new Set((await staffAtTheClose(db, contestId).execute()).map(({ accountId }) => accountId))
  return keys.map((row) => ({
    pseudonym: row.pseudonym,
    handed: handed.get(row.voterId) ?? 0,
    staff: staff.has(row.voterId) ? 1 : 0,
  }))
}
