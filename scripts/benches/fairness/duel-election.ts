import { letDuel } from './duel-booth.ts'
import { type Crowd, type Extra, gatherCrowd, type Size } from './election.ts'
import { randomFrom } from './random.ts'
import type { CastDuels } from './voter.ts'

/** The same contest, had its brief asked for duels. */
export interface DuelElection extends Crowd {
  ballots: readonly CastDuels[]
}

/** The same seed gives the same people and designs as holdElection; each answers as many duels as they would give scores. */
export function holdDuels(size: Size, extra: Extra, seed: number): DuelElection {
  const crowd = gatherCrowd(size, extra, seed)
  return { ...crowd, ballots: letDuel(crowd.designs, crowd.voters, randomFrom(seed, 6)) }
}
