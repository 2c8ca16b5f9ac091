import { SINKS, sunkBy } from './lifts-one-sinks-rivals.ts'
import { type Departures, type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** Ballots that sink a design before it is asked why. */
export const BLOC_BALLOTS = 6
/** Standard deviations above how often designs are sunk in this contest. */
export const BLOC_DEVIATIONS = 5
/** Even where nobody sinks anything, a score in so many lies far below what all say. */
const SINKING_LEAST = 0.03
/** Ballots that sink two such designs together, and standard deviations above what chance would bring together. */
export const TOGETHER_BALLOTS = 4
export const TOGETHER_DEVIATIONS = 3
/** Points below what all say. Some honest ballot in a thousand meets a single design of a bloc and puts it so far down. */
export const SINKS_CLEARLY = 3
/** Of ballots that met only one design of a bloc. Of honest ones up to three in a hundred sink it clearly: where no more do, they are they. */
export const SINGLES_SHARE = 0.06

/**
 * Ballots that sink the same few designs together, each far more often sunk than designs are, and two of them by the same people far more
 * often than chance would have it. Who is hired to sink rivals does so whether or not the queue hands them the client, so that no common
 * favourite is asked for, and no address, device or time. A ballot that spared one of them is not named. A wave of honest anger, over a
 * copied design say, looks the same: people decide.
 */
export function findBlocs({ departures }: Judged): Findings {
  const found = new Map<number, Signal>()
  const often = sunkTooOften(departures)
  if (often.size < 2) return found
  const met = departures.map((of) => [...of.keys()].filter((entryId) => often.has(entryId)))
  const sunk = departures.map((of) => sunkBy(of).filter((entryId) => often.has(entryId)))
  const bloc = sunkTogether(met, sunk)
  const members = sunk.map((entries, at) => {
    const own = entries.filter((entryId) => bloc.has(entryId))
    const spared = met[at]?.some((entryId) => bloc.has(entryId) && !own.includes(entryId))
    return spared ? [] : own
  })
  const ballots = members.filter((own) => own.length > 0).length
  const isClear = members.map((own, at) => own.some((entryId) => (departures[at]?.get(entryId) ?? 0) <= -SINKS_CLEARLY))
  const singles = isClear.filter((_, at) => met[at]?.filter((entryId) => bloc.has(entryId)).length === 1)
  const singlesTell = singles.filter((clear) => clear).length >= SINGLES_SHARE * singles.length
  members.forEach((own, at) => {
    if (own.length === 0) return
    const weight = own.length > 1 || (singlesTell && isClear[at]) ? 4 : 2
    found.set(at, signalled('bloc', weight, { sinks: own, ballots }))
  })
  return found
}

/** Designs that far more ballots sink than usual. */
function sunkTooOften(departures: readonly Departures[]): Set<string> {
  const counts = new Map<string, { met: number; sunk: number }>()
  for (const of of departures) {
    for (const [entryId, departure] of of) {
      let count = counts.get(entryId)
      if (!count) {
        count = { met: 0, sunk: 0 }
        counts.set(entryId, count)
      }
      count.met += 1
      if (departure <= -SINKS) count.sunk += 1
    }
  }
  const shares = [...counts.values()].map(({ met, sunk }) => sunk / met).toSorted((a, b) => a - b)
  const usual = Math.max(SINKING_LEAST, shares[Math.floor(shares.length / 2)] ?? 0)
  const often = [...counts].filter(([, { met, sunk }]) => {
    const expected = met * usual
    return sunk >= BLOC_BALLOTS && sunk - expected >= BLOC_DEVIATIONS * Math.sqrt(expected * (1 - usual))
  })
  return new Set(often.map(([entryId]) => entryId))
}

/** Of designs that are sunk too often those that are sunk by the same ballots as another one of them. */
function sunkTogether(metBy: readonly string[][], sankBy: readonly string[][]): Set<string> {
  const [met, sunk] = [countAll(metBy), countAll(sankBy)]
  const share = (entryId: string) => (sunk.get(entryId) ?? 0) / (met.get(entryId) ?? 1)
  const metBoth = countAll(metBy.map(pairsOf))
  const tied = [...countAll(sankBy.map(pairsOf))].flatMap(([pair, together]) => {
    const [one = '', other = ''] = pair.split(' ')
    const expected = (metBoth.get(pair) ?? 0) * share(one) * share(other)
    const isTied =
      together >= TOGETHER_BALLOTS && together - expected >= TOGETHER_DEVIATIONS * Math.sqrt(Math.max(1, expected))
    return isTied ? [one, other] : []
  })
  return new Set(tied)
}

function pairsOf(entries: readonly string[]): string[] {
  const sorted = entries.toSorted()
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`))
}

function countAll(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const entryId of list) counts.set(entryId, (counts.get(entryId) ?? 0) + 1)
  return counts
}
