import { type Attack, attackers, IN_AN_EVENING, SLOW_DRIP } from './attacks.ts'
import { letVote } from './booth.ts'
import { carelessCrowd, fanClubs, honestCrowd } from './crowd.ts'
import { type Random, randomFrom } from './random.ts'
import { type Design, drawDesigns } from './taste.ts'
import type { CastBallot, Voter } from './voter.ts'

export interface Size {
  name: string
  designs: number
  voters: number
}

export const SIZES = [
  { name: 'reference', designs: 40, voters: 300 },
  { name: 'small', designs: 12, voters: 60 },
  { name: 'large', designs: 120, voters: 1000 },
] as const satisfies readonly Size[]

/** Who comes to a contest, and what only its makers know: who is honest and which design is best. */
export interface Crowd {
  designs: readonly Design[]
  voters: readonly Voter[]
  best: Design
}

/** One contest from the first look to the last. */
export interface Election extends Crowd {
  ballots: readonly CastBallot[]
  /** For methods that hand out differently. */
  random: Random
}

/** Of all ballots. */
const BOUGHT = 0.1
export const STUFFED = 0.26
const CARELESS = 0.15
const RING = 12

const ATTACK = { disguise: 'none', until: 'full', camouflage: true, over: IN_AN_EVENING } as const

export type Extra = (random: Random, designs: readonly Design[], voters: number) => Voter[]

export const CONDITIONS = {
  honest: () => [],
  'fan clubs': fanClubs,
  careless: (random, designs, voters) => carelessCrowd(random, designs, added(CARELESS, voters)),
  bought: attack(BOUGHT, {}),
  'bought, patient': attack(BOUGHT, { until: 'client' }),
  'bought, passing': attack(BOUGHT, { until: 'all', camouflage: false }),
  'rotating addresses': attack(BOUGHT, { disguise: 'rotating' }),
  'slow drip, aged': attack(BOUGHT, { disguise: 'aged', over: SLOW_DRIP }),
  ring: (random, designs, voters) =>
    attackers(random, designs, {
      ...{ ...ATTACK, disguise: 'aged', over: SLOW_DRIP, clients: 3 },
      accounts: Math.min(RING, Math.round(voters / 10)),
    }),
  'stuffing 26 %': attack(STUFFED, {}),
} satisfies Record<string, Extra>
export type Condition = keyof typeof CONDITIONS

/** Of duels alone: accounts that give no sign, and answer like the crowd wherever nothing is bought. */
export const CONDITIONS_OF_DUELS = {
  'bought, like the crowd': attack(BOUGHT, { disguise: 'aged', over: SLOW_DRIP, until: 'client', camouflage: 'crowd' }),
} satisfies Record<string, Extra>
export type ConditionOfDuels = keyof typeof CONDITIONS_OF_DUELS

export function attack(share: number, more: Partial<Attack>): Extra {
  return (random, designs, voters) => attackers(random, designs, { ...ATTACK, ...more, accounts: added(share, voters) })
}

/** How many must come on top of the honest to be this share of all. */
function added(share: number, honest: number): number {
  return Math.round((honest * share) / (1 - share))
}

/** The same seed gives the same designs and the same honest crowd in every condition. */
export function gatherCrowd(size: Size, extra: Extra, seed: number): Crowd {
  const designs = drawDesigns(randomFrom(seed, 1), size.designs)
  const honest = honestCrowd(randomFrom(seed, 2), designs, size.voters)
  const voters = [...honest, ...extra(randomFrom(seed, 3), designs, size.voters)]
  return { designs, voters, best: designs.reduce((a, b) => (b.expected > a.expected ? b : a)) }
}

export function holdElection(size: Size, extra: Extra, seed: number): Election {
  const crowd = gatherCrowd(size, extra, seed)
  const ballots = letVote(crowd.designs, crowd.voters, randomFrom(seed, 4))
  return { ...crowd, ballots, random: randomFrom(seed, 5) }
}
