import type { AppLoadContext } from '@remix-run/node'
import { spend, type Wait } from '#app/http/limit.server.ts'
import { type Outcome, refused } from '#app/outcome.ts'
import { noteTrace } from '#app/voting/note-trace.server.ts'
import { giveProof, type ProofRefusal } from '#app/voting/proof/give-proof.server.ts'
import { isProofNeeded } from '#app/voting/proof/proof-needs.server.ts'
import type { ProofForm } from '#app/voting/proof/work.ts'
import type { Whence } from '#app/voting/trace.ts'
import type { VoterKey } from '#app/voting/voters.server.ts'

/**
 * Begins a ballot as `hand` does, where need be after a proof of work or a wait, and notes from where: who begins many ballots first and
 * fills them afterwards is noticed while they begin.
 */
export async function beginBallot<Value, Refusal>(
  context: AppLoadContext,
  { proof, ...voter }: VoterKey & Whence & { proof: ProofForm },
  hand: () => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | ProofRefusal | Wait>> {
  const { db, clock } = context
  const { contestId, voterId, address } = voter
  const begin = async () => {
    const handed = await hand()
    if (handed.ok) await noteTrace(db, voter, clock())
    return handed
  }
  if (!(await isProofNeeded(db, { contestId, voterId, address }, clock()))) return begin()
  // Waiting costs a machine nothing but time, so an address has only so many waits.
  const wait = proof.solution === '' ? await spend(context, [['waitPerAddress', address]]) : null
  if (wait) return refused(wait)
  const given = await giveProof(db, { contestId, voterId, ...proof }, clock())
  return given.ok ? begin() : given
}
