import type { LeavingStep } from '#app/accounts/delete-account.server.ts'

/**
 * What the vote does when somebody deletes their account, as a step of that transaction: their ballots stay and count, and with the
 * keys goes what could have told which they are.
 */
export const destroyBallotKeysOfLeaver: LeavingStep = async (trx, { accountId }) => {
  await trx.deleteFrom('ballotKey').where('voterId', '=', accountId).execute()
  await trx.deleteFrom('trace').where('voterId', '=', accountId).execute()
  return { pictureIds: [] }
}
