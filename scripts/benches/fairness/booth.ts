import { chooseNext } from '#app/voting/queue.ts'
import type { Random } from './random.ts'
import { type Design, opinion } from './taste.ts'
import type { CastBallot, CastScore, Voter } from './voter.ts'

interface Sitting {
  voter: Voter
  seen: Set<number>
  seenIds: Set<string>
  scores: CastScore[]
}

/** A place on the circle of the queue is drawn from so many. */
const PLACES = 2 ** 32

/** Lets all vote through our own queue, minute by minute, many at once. */
export function letVote(designs: readonly Design[], voters: readonly Voter[], random: Random): CastBallot[] {
  const queue = designs.map((design) => ({ entryId: design.id, design, handed: 0, shuffle: random.whole(PLACES) }))
  const byId = new Map(queue.map((queued) => [queued.entryId, queued]))
  const sittings = voters.map((voter): Sitting => ({ voter, seen: new Set(), seenIds: new Set(), scores: [] }))
  const comings = new Map<number, Sitting[]>()
  let last = 0
  function comeAt(minute: number, sitting: Sitting): void {
    const those = comings.get(minute)
    if (those) those.push(sitting)
    else comings.set(minute, [sitting])
    last = Math.max(last, minute)
  }
  for (const sitting of sittings) comeAt(sitting.voter.arrives, sitting)
  for (let minute = 0; minute <= last; minute += 1) {
    for (const sitting of comings.get(minute) ?? []) {
      const { voter, seen, seenIds, scores } = sitting
      const next = byId.get(chooseNext(queue, seenIds, voter.id) ?? '')
      if (!next) continue
      next.handed += 1
      seen.add(next.design.index)
      seenIds.add(next.entryId)
      const answer = voter.answer(next.design, opinion(voter.person, next.design, random), scores.length)
      if (answer) scores.push({ ...answer, design: next.design, minute })
      if (!voter.leaves({ seen, handed: seen.size, given: scores.length })) comeAt(minute + voter.minutesALook, sitting)
    }
  }
  return sittings.map(({ voter, seen, scores }) => ({ voter, scores, handed: seen.size }))
}
