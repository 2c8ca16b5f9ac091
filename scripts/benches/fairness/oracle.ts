import type { Election } from './election.ts'
import type { Worths } from './plain-methods.ts'
import { density, MIDDLE, NOISE_SPREAD, QUALITY_SPREAD, shareBelow, TASTE_SPREAD } from './taste.ts'

const STEPS = 5
/** How much one person's liking of a design strays from its quality. */
export const LIKING_SPREAD = Math.sqrt(TASTE_SPREAD ** 2 + NOISE_SPREAD ** 2)

/**
 * The limit: knows which scores are honest, each voter's bias and scale, and how qualities and tastes spread; all that it does not
 * know is how much each design is worth. The likeliest quality, from scores that are rounded and cut at 0 and 5, by Dempster, Laird
 * and Rubin's EM steps.
 */
export function oracle({ designs, ballots }: Election): Worths {
  const told = designs.map(() => [] as { from: number; to: number }[])
  for (const { voter, scores } of ballots) {
    const { bias, scale } = voter.person
    const likingAt = (score: number) => (score - MIDDLE - bias) / scale
    for (const { design, value, honest } of scores) {
      if (!honest) continue
      const from = value === 0 ? Number.NEGATIVE_INFINITY : likingAt(value - 0.5)
      const to = value === 5 ? Number.POSITIVE_INFINITY : likingAt(value + 0.5)
      told[design.index]?.push({ from, to })
    }
  }
  const prior = (LIKING_SPREAD / QUALITY_SPREAD) ** 2
  return told.map((ranges) => {
    let quality = 0
    for (let step = 0; step < STEPS; step += 1) {
      let sum = 0
      for (const { from, to } of ranges) sum += meanBetween(from, to, quality, LIKING_SPREAD)
      quality = sum / (ranges.length + prior)
    }
    return quality
  })
}

/** The mean of a normal distribution around `centre`, of those between the two. */
export function meanBetween(from: number, to: number, centre: number, spread: number): number {
  const [a, b] = [(from - centre) / spread, (to - centre) / spread]
  const share = shareBelow(b) - shareBelow(a)
  if (share < 1e-6) return Number.isFinite(from) ? from : to
  return centre + (spread * (densityAt(a) - densityAt(b))) / share
}

function densityAt(z: number): number {
  return Number.isFinite(z) ? density(z) : 0
}
