import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { reading } from '#db/write-together.server.ts'
import { findWorkOrder } from '../desk/work-orders.server.ts'
import { readAddressHash } from '../note-trace.server.ts'
import type { VoterKey } from '../voters.server.ts'
import { CROWD_VOTERS, YOUNG_DAYS } from './work.ts'

const DAY_MS = 86_400_000

/** Whether this voter must give a proof before their ballot begins; a ballot that was begun is never asked. */
export async function isProofNeeded(
  db: Kysely<Database>,
  { contestId, voterId, address }: VoterKey & { address: string },
  now: Date,
): Promise<boolean> {
  const voter = await db
    .selectFrom('account')
    .select((eb) => [
      'createdAt',
      eb
        .exists(eb.selectFrom('proof').select('kind').where('contestId', '=', contestId).where('voterId', '=', voterId))
        .as('proven'),
      eb
        .exists(
          eb.selectFrom('exposure').select('entryId').where('contestId', '=', contestId).where('voterId', '=', voterId),
        )
        .as('begun'),
    ])
    .where('id', '=', voterId)
    .executeTakeFirst()
  if (!voter || voter.proven || voter.begun) return false
  if ((await findWorkOrder(db, contestId))?.wanted) return true
  const youngSince = new Date(now.getTime() - YOUNG_DAYS * DAY_MS).toISOString()
  if (voter.createdAt < youngSince) return false
  return (await countYoungFrom(db, { contestId, address, youngSince })) >= CROWD_VOTERS
}

async function countYoungFrom(
  db: Kysely<Database>,
  { contestId, address, youngSince }: { contestId: string; address: string; youngSince: string },
): Promise<number> {
  const addressHash = await reading(db, (statements) => readAddressHash(statements, { contestId, address }))
  if (addressHash === null) return 0
  const { voters } = await db
    .selectFrom('trace')
    .innerJoin('account', 'account.id', 'trace.voterId')
    .select((eb) => eb.fn.count<number>('trace.voterId').distinct().as('voters'))
    .where('trace.contestId', '=', contestId)
    .where('trace.addressHash', '=', addressHash)
    .where('account.createdAt', '>=', youngSince)
    .executeTakeFirstOrThrow()
  return voters
}
