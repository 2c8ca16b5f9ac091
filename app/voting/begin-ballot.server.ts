import { prepare } from '#db/prepared.server.ts'
import type { Statements } from '#db/sqlite-dialect.server.ts'
import { newBallotKey, pseudonymOf, receiptOf } from './ballot-key.server.ts'
import type { VoterKey } from './voters.server.ts'

const insertKey = prepare((db, p: VoterKey & { key: string; pseudonym: string }) =>
  db.insertInto('ballotKey').values({ contestId: p.contestId, voterId: p.voterId, key: p.key, pseudonym: p.pseudonym }),
)
const insertReceipt = prepare((db, p: { contestId: string; code: string }) =>
  db.insertInto('receipt').values({ contestId: p.contestId, code: p.code }),
)

/** The first score, or duel, of a ballot draws its key and leaves its receipt. Returns what the record calls this voter from now on. */
export function beginBallot(statements: Statements, voter: VoterKey): string {
  const { contestId } = voter
  const key = newBallotKey()
  const pseudonym = pseudonymOf(key, contestId)
  statements.run(insertKey, { ...voter, key, pseudonym })
  statements.run(insertReceipt, { contestId, code: receiptOf(key, contestId) })
  return pseudonym
}
