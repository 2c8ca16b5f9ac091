import type { LeavingStep } from '#app/accounts/delete-account.server.ts'
import { listKeptBallots } from './closing-events.server.ts'

/**
 * What the vote does when somebody deletes their account, as a step of that transaction: their ballots stay and count, and with the
 * keys goes what could have told which they are. What the count asks of a ballot's voter is kept for it, without a time.
 */
export const destroyBallotKeysOfLeaver: LeavingStep = async (trx, { accountId: voterId }) => {
  const uncounted = await trx
    .selectFrom('ballotKey')
    .leftJoin('tally', 'tally.contestId', 'ballotKey.contestId')
    .select('ballotKey.contestId')
    .where('ballotKey.voterId', '=', voterId)
    .where('tally.contestId', 'is', null)
    .orderBy('ballotKey.contestId')
    .execute()
  for (const { contestId } of uncounted) {
    const ballots = await listKeptBallots(trx, contestId, voterId)
    await trx
      .insertInto('leftBallot')
      .values(ballots.map((ballot) => ({ contestId, ...ballot })))
      .execute()
  }
  await trx.deleteFrom('ballotKey').where('voterId', '=', voterId).execute()
  await trx.deleteFrom('trace').where('voterId', '=', voterId).execute()
  return { pictureIds: [] }
}
