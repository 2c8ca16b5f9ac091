import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { FINGERPRINT_VERSION, fingerprintHash } from './fingerprint.ts'

/** By which a picture is known again, as a step of the transaction that writes its row. An older one makes way, and is compared anew. */
export async function keepFingerprint(
  trx: Transaction<Database>,
  { pictureId, points }: { pictureId: string; points: Uint8Array },
): Promise<void> {
  // better-sqlite3 binds Buffers only, and what came from the child is one no more.
  const facts = {
    version: FINGERPRINT_VERSION,
    hash: Buffer.from(fingerprintHash(points)),
    points: Buffer.from(points),
    comparedAt: null,
  }
  await trx
    .insertInto('fingerprint')
    .values({ pictureId, ...facts })
    .onConflict((conflict) => conflict.column('pictureId').doUpdateSet(facts))
    .execute()
}
