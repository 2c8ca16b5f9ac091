import type { Random } from './random.ts'

/** What an entry is worth: to all, and along each direction in which tastes differ. */
export interface Design {
  index: number
  id: string
  quality: number
  directions: readonly number[]
  /** The score that the honest population gives it on the average: the highest of these is the truly best. */
  expected: number
}

/** What a voter brings: a taste, a habit of being strict or generous, a habit of using much or little of the scale. */
export interface Person {
  taste: readonly number[]
  bias: number
  scale: number
}

export const MIDDLE = 2.5
export const TASTE_DIRECTIONS = 3
/** Chosen, not measured on people: with it the oracle finds the best of 40 with 300 voters in some 85 honest runs of a hundred. */
export const QUALITY_SPREAD = 0.85
/** Of all directions together; half of what makes people disagree about one design is taste, half is mood. */
export const TASTE_SPREAD = 0.7
export const NOISE_SPREAD = 0.8
/** Means of voters differ by about as much (standings.ts, CENTRE_PULL). */
export const BIAS_SPREAD = 0.7
export const SCALE_SPREAD = 0.3

export function drawDesigns(random: Random, count: number): Design[] {
  const each = TASTE_SPREAD / Math.sqrt(TASTE_DIRECTIONS)
  return Array.from({ length: count }, (_, index) => {
    const quality = QUALITY_SPREAD * random.normal()
    const directions = Array.from({ length: TASTE_DIRECTIONS }, () => each * random.normal())
    const id = `entry-${String(index).padStart(4, '0')}`
    return { index, id, quality, directions, expected: expectedScore(quality, directions) }
  })
}

export function drawPerson(random: Random): Person {
  return {
    taste: Array.from({ length: TASTE_DIRECTIONS }, () => random.normal()),
    bias: BIAS_SPREAD * random.normal(),
    scale: Math.exp(SCALE_SPREAD * random.normal()),
  }
}

/** How much the person likes it today, around 0. */
export function likingOf(person: Person, design: Design, random: Random): number {
  let liking = design.quality + NOISE_SPREAD * random.normal()
  design.directions.forEach((direction, at) => {
    liking += direction * (person.taste[at] ?? 0)
  })
  return liking
}

/** What the person would say today, 0 to 5. */
export function opinion(person: Person, design: Design, random: Random): number {
  return scoreFor(person, likingOf(person, design, random))
}

/** The score by which the person would say so much liking. */
export function scoreFor(person: Person, liking: number): number {
  return Math.max(0, Math.min(5, Math.round(MIDDLE + person.bias + person.scale * liking)))
}

/** Scales at the middles of equal parts of their distribution. */
const SCALES = [-1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645].map((z) =>
  Math.exp(SCALE_SPREAD * z),
)

/** The mean of `opinion` over all honest people there could be, computed and not drawn. */
export function expectedScore(quality: number, directions: readonly number[]): number {
  const taste = directions.reduce((sum, direction) => sum + direction * direction, 0)
  let sum = 0
  for (const scale of SCALES) {
    const centre = MIDDLE + scale * quality
    const spread = Math.sqrt(BIAS_SPREAD ** 2 + scale * scale * (taste + NOISE_SPREAD ** 2))
    for (let score = 1; score <= 5; score += 1) sum += shareBelow((centre - (score - 0.5)) / spread)
  }
  return sum / SCALES.length
}

/** The normal distribution (Abramowitz and Stegun 26.2.17, off by at most 7.5e-8). */
export function shareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    density(z) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z > 0 ? 1 - tail : tail
}

export function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}
