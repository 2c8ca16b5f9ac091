import type { Election } from './election.ts'
import { opinion } from './taste.ts'
import type { Voter } from './voter.ts'

/** What each design is worth according to a method, by its index: the highest is the method's winner. */
export type Worths = readonly number[]
export type Method = (election: Election) => Worths

interface Tally {
  sum: number
  scores: number
}

function tally({ designs, ballots }: Election): Tally[] {
  const tallies = designs.map(() => ({ sum: 0, scores: 0 }))
  for (const { scores } of ballots) {
    for (const { design, value } of scores) {
      const of = tallies[design.index]
      if (!of) continue
      of.sum += value
      of.scores += 1
    }
  }
  return tallies
}

function meanOfAll(tallies: readonly Tally[]): number {
  const sum = tallies.reduce((total, of) => total + of.sum, 0)
  return sum / tallies.reduce((total, of) => total + of.scores, 0)
}

export function plainMean(election: Election): Worths {
  return tally(election).map(({ sum, scores }) => (scores === 0 ? 0 : sum / scores))
}

/** As on IMDb: (v·R + m·C) / (v + m), with m a quarter of the typical number of votes. */
export function bayesianMean(election: Election): Worths {
  const tallies = tally(election)
  const prior = 0.25 * median(tallies.map((of) => of.scores))
  const all = meanOfAll(tallies)
  return tallies.map(({ sum, scores }) => (sum + prior * all) / (scores + prior))
}

/** As itch.io's jams: the mean times √(min(median, n) / median). */
export function itchMean(election: Election): Worths {
  const tallies = tally(election)
  const typical = median(tallies.map((of) => of.scores))
  return tallies.map(({ sum, scores }) =>
    scores === 0 ? 0 : (sum / scores) * Math.sqrt(Math.min(typical, scores) / typical),
  )
}

/** Out of five looks, so many go to what leads, the others anywhere. */
const LOOKS_AT_THE_TOP = 0.8
const LIKED = 4

/**
 * An open gallery, the most liked first, with direct links: whoever came for a design goes there and likes it; the others like what
 * they would give a 4 or a 5, among what they look at. Who is paid knows the rules here too, and comes first, while few likes lead.
 */
export function likesPopularFirst({ designs, voters, random }: Election): Worths {
  const likes = designs.map(() => 0)
  const order = designs.map((design) => design.index)
  for (const voter of voters.toSorted((a, b) => comes(a) - comes(b))) {
    const seen = new Set<number>()
    order.sort((a, b) => (likes[b] ?? 0) - (likes[a] ?? 0))
    if (voter.cameFor !== null) {
      likes[voter.cameFor] = (likes[voter.cameFor] ?? 0) + 1
      seen.add(voter.cameFor)
      if (voter.kind === 'bought') continue
    }
    while (seen.size < Math.min(voter.looks, designs.length)) {
      const fromTop = random.part() < LOOKS_AT_THE_TOP
      const index = fromTop ? order.find((each) => !seen.has(each)) : random.whole(designs.length)
      const design = designs[index ?? 0]
      if (!design || seen.has(design.index)) continue
      seen.add(design.index)
      const answer = voter.answer(design, opinion(voter.person, design, random), seen.size)
      if (answer && answer.value >= LIKED) likes[design.index] = (likes[design.index] ?? 0) + 1
    }
  }
  return likes
}

function comes({ kind, arrives }: Voter): number {
  return kind === 'bought' ? -1 : arrives
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2
}
