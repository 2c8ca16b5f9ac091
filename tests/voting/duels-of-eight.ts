import type { CountedDuel } from '#app/voting/bradley-terry.ts'
import type { DuelBallot } from '#app/voting/duel-standings.ts'

export const NAMES = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fern', 'grove', 'heath']

function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Voters for whom amber is the best and heath the worst, who lean to what is shown first and now and then see no difference. */
export function ballotsOf(voters: number, { side = 1, each = 6, seed = 1 } = {}): DuelBallot[] {
  const random = drawn(seed)
  return Array.from({ length: voters }, () => ({
    duels: Array.from({ length: each }, (): CountedDuel => {
      const first = Math.floor(random() * NAMES.length)
      const second = (first + 1 + Math.floor(random() * (NAMES.length - 1))) % NAMES.length
      const [strong, weak] = [side * Math.exp(-0.4 * first), Math.exp(-0.4 * second)]
      const even = 0.5 * Math.sqrt(Math.exp(-0.4 * (first + second)))
      const drop = random() * (strong + weak + even)
      const value = drop < strong ? 0 : drop < strong + weak ? 1 : 2
      return { first: NAMES[first] ?? '', second: NAMES[second] ?? '', value }
    }),
  }))
}

export function duel(first: string, second: string, value: number): DuelBallot {
  return { duels: [{ first, second, value }] }
}
