import type { CountedDuel } from './bradley-terry.ts'
import type { DuelBallot } from './duel-standings.ts'
import type { Replayed } from './replay.ts'

/**
 * What each ballot of a vote by duels says in the end, in the order of the replayed ballots: of several answers of a ballot on the same
 * two entries, whichever was shown first, the last stands.
 */
export function listDuelBallots({ entries, ballots, duels }: Replayed<{ entryId: string }>): DuelBallot[] {
  const answers = Array.from({ length: ballots.handed.length }, () => new Map<string, CountedDuel>())
  duels.ballots.forEach((ballot, at) => {
    const [first, second] = [entries[duels.firsts[at] ?? 0], entries[duels.seconds[at] ?? 0]]
    if (!first || !second) return
    const pair = [first.entryId, second.entryId].toSorted().join(' ')
    answers[ballot]?.set(pair, { first: first.entryId, second: second.entryId, value: duels.values[at] ?? 0 })
  })
  return answers.map((said, ballot) => ({ duels: [...said.values()], handed: ballots.handed[ballot] ?? 0 }))
}
