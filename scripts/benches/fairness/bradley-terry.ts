import type { Election } from './election.ts'
import type { Worths } from './plain-methods.ts'

const STEPS = 40
/** Every design won and lost half a duel against an average one, so that none is worth nothing or everything. */
const PRIOR_DUELS = 1

/**
 * Bradley and Terry (1952) on all duels that a ballot implies: of two designs on it the one with more points won, equal ones drew.
 * More than a duel vote would ever get from as many looks. Hunter's MM steps (2004).
 */
export function bradleyTerry({ designs, ballots }: Election): Worths {
  const count = designs.length
  const won = new Float64Array(count)
  const met = new Float64Array(count * count)
  for (const { scores } of ballots) {
    scores.forEach((a, at) => {
      for (const b of scores.slice(at + 1)) {
        const ofA = a.value > b.value ? 1 : a.value < b.value ? 0 : 0.5
        won[a.design.index] = (won[a.design.index] ?? 0) + ofA
        won[b.design.index] = (won[b.design.index] ?? 0) + 1 - ofA
        for (const cell of [a.design.index * count + b.design.index, b.design.index * count + a.design.index])
          met[cell] = (met[cell] ?? 0) + 1
      }
    })
  }
  let worths = new Float64Array(count).fill(1)
  for (let step = 0; step < STEPS; step += 1) {
    const next = new Float64Array(count)
    for (let a = 0; a < count; a += 1) {
      const mine = worths[a] ?? 1
      let duels = PRIOR_DUELS / (mine + 1)
      for (let b = 0; b < count; b += 1) duels += (met[a * count + b] ?? 0) / (mine + (worths[b] ?? 1))
      next[a] = ((won[a] ?? 0) + PRIOR_DUELS / 2) / duels
    }
    worths = next
  }
  return [...worths]
}
