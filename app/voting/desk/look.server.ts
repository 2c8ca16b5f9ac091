import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { judgeBallots } from '../signals/judge-ballots.ts'
import { SIGNALS, type Signal } from '../signals/signal.ts'
import { type Effect, effectOf } from './effect.ts'
import { findJudgedVote } from './judged-ballots.server.ts'

/** What one run of the signals says of a vote. */
export interface Look {
  sequence: number
  ballots: number
  /** Ballots that an opinion signal names; circumstances alone are nobody's business. */
  named: { pseudonym: string; signals: readonly Signal[]; proposesQuarantine: boolean }[]
  effect: Effect
}

/** Runs all signals over the ballots as the record has them. Reads only. */
export async function lookAtBallots(db: Kysely<Database>, contestId: string): Promise<Look> {
  const { entries, ballots, sequence, quarantined } = await findJudgedVote(db, contestId)
  const named = judgeBallots(entries, ballots).filter(({ signals }) =>
    signals.some(({ name }) => SIGNALS[name].about === 'opinion'),
  )
  const counted = ballots.map((ballot) => ({ ...ballot, quarantined: quarantined.has(ballot.pseudonym) }))
  return { sequence, ballots: ballots.length, named, effect: effectOf(entries, counted) }
}
