import { DUEL_VALUES } from '#app/voting/record.ts'
import type { Judgement } from '#app/voting/signals/judge-ballots.ts'
import { type Attack, aimsOf } from './attacks.ts'
import { holdDuels } from './duel-election.ts'
import { auditedByDuels, fullDuelBallots, judgeDuels, officialByDuels } from './duel-methods.ts'
import { attack, holdElection, type Size, STUFFED } from './election.ts'
import { firstOf } from './measure.ts'
import { audited, fullBallots, judge, official } from './our-methods.ts'
import type { Design } from './taste.ts'
import type { CastDuel, Voter } from './voter.ts'

/** The ways to stuff a box, from the cheapest to the dearest; each is tried alone. */
export const STUFFINGS = {
  'one office, each sees every design': { disguise: 'none', until: 'all' },
  'one office, until the client comes': { disguise: 'none', until: 'client' },
  'one office, ballots as long as others’': { disguise: 'none', until: 'full' },
  'rotating addresses, each sees every design': { disguise: 'rotating', until: 'all' },
  'rotating addresses, until the client comes': { disguise: 'rotating', until: 'client' },
  'rotating addresses, as long as others’': { disguise: 'rotating', until: 'full' },
  'aged accounts over two weeks, every design': { disguise: 'aged', until: 'all', over: 14 * 24 * 60 },
  'aged accounts over two weeks, until the client': { disguise: 'aged', until: 'client', over: 14 * 24 * 60 },
  'aged accounts over two weeks, as long as others’': { disguise: 'aged', until: 'full', over: 14 * 24 * 60 },
} as const satisfies Record<string, Partial<Attack>>
export type Stuffing = keyof typeof STUFFINGS

/** A ballot to somebody who knows whom the attack is for and against. */
export interface WatchedBallot {
  voter: Voter
  /** Of a hired ballot: it met the client or a rival. */
  aims: boolean
  /** Rivals (or duels of rivals with others) that it gave the lowest (or let lose), and those that it did not. */
  sinks: number
  spares: number
  /** It gave the client the highest, or let it win every duel. */
  lifts: boolean
}

/** One stuffed contest as the desk sees it. */
export interface Watched {
  /** The ballots that count, in the order of the judgements. */
  full: readonly WatchedBallot[]
  judged: readonly Judgement[]
  /** Whether the view puts first what it puts first without the stuffed ballots. */
  kept: { audited: boolean; official: boolean }
}

export type Watch = (size: Size, stuffing: Stuffing, seed: number) => Watched

export const watchScores: Watch = (size, stuffing, seed) => {
  const election = holdElection(size, attack(STUFFED, STUFFINGS[stuffing]), seed)
  const { clients, rivals } = aimsOf(election.designs)
  const honest = withoutStuffed(election)
  const judged = judge(election)
  return {
    full: fullBallots(election).map(({ voter, scores }) => {
      const ofRivals = scores.filter(({ design }) => rivals.has(design))
      const sinks = ofRivals.filter(({ value }) => value === 0).length
      const lifts = scores.some(({ design, value }) => clients.has(design) && value === 5)
      return { voter, aims: scores.some(({ aimed }) => aimed), sinks, spares: ofRivals.length - sinks, lifts }
    }),
    judged,
    kept: {
      audited: firstOf(audited(election, judged)) === firstOf(audited(honest)),
      official: firstOf(official(election)) === firstOf(official(honest)),
    },
  }
}

export const watchDuels: Watch = (size, stuffing, seed) => {
  const election = holdDuels(size, attack(STUFFED, STUFFINGS[stuffing]), seed)
  const { clients, rivals } = aimsOf(election.designs)
  const honest = withoutStuffed(election)
  const judged = judgeDuels(election)
  return {
    full: fullDuelBallots(election).map(({ voter, duels }) => {
      const ofRivals = outcomesOf(duels, rivals)
      const sinks = ofRivals.filter((outcome) => outcome === 'lost').length
      const ofClient = outcomesOf(duels, clients)
      const lifts = ofClient.length > 0 && ofClient.every((outcome) => outcome === 'won')
      return { voter, aims: duels.some(({ aimed }) => aimed), sinks, spares: ofRivals.length - sinks, lifts }
    }),
    judged,
    kept: {
      audited: firstOf(auditedByDuels(election, judged)) === firstOf(auditedByDuels(honest)),
      official: firstOf(officialByDuels(election)) === firstOf(officialByDuels(honest)),
    },
  }
}

function withoutStuffed<Held extends { ballots: readonly { voter: Voter }[] }>(election: Held): Held {
  return { ...election, ballots: election.ballots.filter(({ voter }) => voter.kind === 'honest') }
}

/** What became of these designs in duels with others. */
function outcomesOf(duels: readonly CastDuel[], of: ReadonlySet<Design>): ('won' | 'lost' | 'neither')[] {
  return duels.flatMap(({ first, second, value }) => {
    if (of.has(first) === of.has(second)) return []
    if (value === DUEL_VALUES.neither) return 'neither'
    return of.has(first) === (value === DUEL_VALUES.first) ? 'won' : 'lost'
  })
}
