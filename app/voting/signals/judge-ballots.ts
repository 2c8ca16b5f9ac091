import type { CountedEntry } from '../standings.ts'
import { findBlocs } from './bloc.ts'
import { findBursts } from './burst.ts'
import { findCompanies } from './company.ts'
import { findDepartures } from './departures.ts'
import { findDidNothingElse } from './did-nothing-else.ts'
import { findDisposableMail } from './disposable-mail.ts'
import { findDuelBlocs } from './duel-bloc.ts'
import { findDuelDepartures, findDuelOdds } from './duel-odds.ts'
import type { JudgedBallot } from './judged-ballot.ts'
import { findLiftsInEveryDuel } from './lifts-in-every-duel.ts'
import { findLiftsOneSinksRivals } from './lifts-one-sinks-rivals.ts'
import { findLookAlikes } from './look-alike.ts'
import { findRings } from './ring.ts'
import { findSharedAddresses } from './shared-address.ts'
import { findSharedDevices } from './shared-device.ts'
import { type Findings, type Judged, SIGNALS, type Signal } from './signal.ts'

/** Points of opinion count twice; so many of both together propose quarantine, and none of circumstance without any of opinion. */
export const OPINION_TIMES = 2
export const QUARANTINE_POINTS = 8

/** What all say together is asked again without those whom the look before would put aside. */
export const LOOKS = 4

export interface Judgement {
  pseudonym: string
  signals: readonly Signal[]
  proposesQuarantine: boolean
}

/** Every full ballot of a contest with its signals, in the order in which the ballots came. Proposes; people decide. */
export function judgeBallots(entries: readonly CountedEntry[], ballots: readonly JudgedBallot[]): Judgement[] {
  const nobody: Judgement[] = ballots.map(({ pseudonym }) => ({ pseudonym, signals: [], proposesQuarantine: false }))
  const circumstances = [
    findBursts,
    findSharedAddresses,
    findSharedDevices,
    findDisposableMail,
    findLookAlikes,
    findDidNothingElse,
  ].map((find) => find({ ballots, departures: [] }))
  // A ring is told from the ballots alone, whomever the looks believe.
  const rings = findRings({ ballots, departures: [] })
  const byDuels = ballots.some(({ duels }) => duels !== undefined)
  const duelBlocs = byDuels ? findDuelBlocs(seeDuels(entries, ballots, ballots)) : new Map<number, Signal>()
  let judged = nobody
  for (let look = 0; look < LOOKS; look += 1) {
    const believed = ballots.filter((_, at) => !judged[at]?.proposesQuarantine)
    const seen = byDuels ? seeDuels(entries, ballots, believed) : seeScores(entries, ballots, believed)
    const opinions = OPINIONS.map((find) => find(seen))
    const found = [...circumstances, ...opinions, rings, duelBlocs]
    judged = ballots.map(({ pseudonym }, at) => judgementOf(pseudonym, found, at))
  }
  return judged
}

const OPINIONS = [findLiftsOneSinksRivals, findLiftsInEveryDuel, findCompanies, findBlocs]

type Seeing = (
  entries: readonly CountedEntry[],
  ballots: readonly JudgedBallot[],
  believed: readonly JudgedBallot[],
) => Judged

const seeScores: Seeing = (entries, ballots, believed) => ({
  ballots,
  departures: findDepartures(entries, ballots, believed),
})

/** Of rings in a vote by duels duel-bloc.ts sees those that sink the same designs: in one duel to lift one is to sink another. */
const seeDuels: Seeing = (entries, ballots, believed) => {
  const odds = findDuelOdds(entries, believed)
  return { ballots, odds, departures: findDuelDepartures(ballots, odds) }
}

function judgementOf(pseudonym: string, found: readonly Findings[], at: number): Judgement {
  const signals = found.flatMap((findings) => findings.get(at) ?? [])
  return { pseudonym, signals, proposesQuarantine: proposeQuarantine(signals) }
}

/** A burst, an address or a fresh account alone never do: each is what a newsletter, a classroom or a friend looks like. */
export function proposeQuarantine(signals: readonly Signal[]): boolean {
  return pointsOf(signals) >= QUARANTINE_POINTS
}

/** 0 without any opinion. */
export function pointsOf(signals: readonly Signal[]): number {
  const weigh = (about: 'circumstance' | 'opinion') =>
    signals.filter(({ name }) => SIGNALS[name].about === about).reduce((sum, { weight }) => sum + weight, 0)
  const opinion = weigh('opinion')
  return opinion > 0 ? opinion * OPINION_TIMES + weigh('circumstance') : 0
}
