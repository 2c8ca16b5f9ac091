import { prepare } from '#db/prepared.server.ts'
import type { Statements } from '#db/sqlite-connection.server.ts'
import { newBallotKey, pseudonymOf, receiptOf } from './ballot-key.server.ts'
import type { VoterKey } from './voters.server.ts'

const insertKey = prepare((db, p: VoterKey & { key: string; pseudonym: string }) =>
  db.insertInto('ballotKey').values({ contestId: p.contestId, voterId: p.voterId, key: p.key, pseudonym: p.pseudonym }),
)
const insertReceipt = prepare((db, p: { contestId: string; code: string }) =>
  db.insertInto('receipt').values({ contestId: p.contestId, code: p.code }),
)

const pseudonymOfVoter = prepare((db, p: VoterKey) =>
  db.selectFrom('ballotKey').select('pseudonym').where('contestId', '=', p.contestId).where('voterId', '=', p.voterId),
)

/** What the record calls this voter; the first score, or duel, of a ballot begins it. */
export function readPseudonym(statements: Statements, voter: VoterKey): string {
  return statements.remember(
    `pseudonym ${voter.contestId} ${voter.voterId}`,
    () => statements.first(pseudonymOfVoter, voter)?.pseudonym ?? beginBallot(statements, voter),
  )
}

/** Draws the key of a ballot and leaves its receipt. */
function beginBallot(statements: Statements, voter: VoterKey): string {
  const { contestId } = voter
  const key = newBallotKey()
  const pseudonym = pseudonymOf(key, contestId)
  statements.run(insertKey, { ...voter, key, pseudonym })
  statements.run(insertReceipt, { contestId, code: receiptOf(key, contestId) })
  return pseudonym
}
