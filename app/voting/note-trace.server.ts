import { createHmac, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { prepare } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { writingTogether } from '#db/write-together.server.ts'
import type { Whence } from './trace.ts'
import type { VoterKey } from './voters.server.ts'

/** 256 bits, as HMAC-SHA-256 wants them (RFC 2104, 3). */
const KEY_BYTES = 32
/** 128 bits: two places that differ are told apart. */
const HASH_HEX_DIGITS = 32

/**
 * Keeps from where a voter scores: when they begin their ballot, and again when it changes. Called after something was handed, or a score
 * was taken, so that who was refused leaves nothing.
 */
export function noteTrace(db: Kysely<Database>, trace: VoterKey & Whence, now: Date): Promise<void> {
  return writingTogether(db, (statements) => noteTraceBeside(statements, trace, now))
}

/** The same beside the score; what was noted before is remembered. */
export function noteTraceBeside(
  statements: Statements,
  { contestId, voterId, address, device }: VoterKey & Whence,
  now: Date,
): void {
  statements.remember(`trace ${contestId} ${voterId} ${address} ${device ?? ''}`, () => {
    const key = readOrDrawKey(statements, contestId)
    return statements.run(insertTrace, {
      ...{ contestId, voterId },
      addressHash: hashOf(key, `address ${address}`),
      deviceHash: device === null ? '' : hashOf(key, `device ${device}`),
      notedAt: now.toISOString(),
    })
  })
}

const keyOfContest = prepare((db, p: { contestId: string }) =>
  db.selectFrom('traceKey').select('key').where('contestId', '=', p.contestId),
)
const insertKey = prepare((db, p: { contestId: string; key: string }) =>
  db.insertInto('traceKey').values({ contestId: p.contestId, key: p.key }),
)
const insertTrace = prepare((db, p: VoterKey & { addressHash: string; deviceHash: string; notedAt: string }) =>
  db
    .insertInto('trace')
    .values({
      contestId: p.contestId,
      voterId: p.voterId,
      addressHash: p.addressHash,
      deviceHash: p.deviceHash,
      notedAt: p.notedAt,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

function readOrDrawKey(statements: Statements, contestId: string): string {
  const kept = statements.first(keyOfContest, { contestId })
  if (kept) return kept.key
  const key = randomBytes(KEY_BYTES).toString('hex')
  statements.run(insertKey, { contestId, key })
  return key
}

function hashOf(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, HASH_HEX_DIGITS)
}

/** How an address looks among the traces of a contest; null before the first trace and after the last. */
export function readAddressHash(
  statements: Statements,
  { contestId, address }: { contestId: string; address: string },
): string | null {
  const kept = statements.first(keyOfContest, { contestId })
  return kept ? hashOf(kept.key, `address ${address}`) : null
}
