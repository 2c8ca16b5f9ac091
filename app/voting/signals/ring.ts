import type { JudgedBallot } from './judged-ballot.ts'
import { addTo } from './lists-by-key.ts'
import { type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** Ballots that lift the same entry and sink the same other one. */
export const RING_BALLOTS = 4
/** Standard deviations above what those who do not lift that entry do to the other. */
export const RING_DEVIATIONS = 5
/** So many ballots, and so many times as many as taste would bring together, leave no room for chance: who sinks what they sink is one of them. */
export const CLEAR_BALLOTS = 7
export const CLEAR_TIMES = 7
/**
 * Points above and below the ballot's own mean: what all say may be the ring's own doing by now. The ends of the scale always count: a
 * severe voter has nothing lower to give than 0, a generous one nothing higher than 5.
 */
export const FAVOURITE = 1.25
export const SINK = 1.75
const HIGHEST = 5
/** Even what nobody sinks is sunk now and then. */
const SINKING_LEAST = 0.04

/**
 * Accounts, otherwise unlike, that have the same favourite and the same sinks. Somebody who loves the favourite for its own sake sinks the
 * other no more often than anyone; so the rule compares its friends with everybody else, and needs no address, device or time. Of a clear
 * ring those are named too who met several of its rivals and not its favourite.
 */
export function findRings({ ballots }: Judged): Findings {
  const departures = ballots.map(fromOwnMean)
  const lifted = departures.map((of) => entriesWhere(of, (departure) => departure >= FAVOURITE))
  const sunk = departures.map((of) => new Set(entriesWhere(of, (departure) => departure <= -SINK)))
  const friends = new Map<string, number[]>()
  lifted.forEach((entries, at) => {
    for (const entryId of entries) addTo(friends, entryId, at)
  })
  const scored = countAll(departures.map((of) => [...of.keys()]))
  const sinkersOf = new Map<string, number[]>()
  sunk.forEach((entries, at) => {
    for (const entryId of entries) addTo(sinkersOf, entryId, at)
  })
  const found = new Map<number, Signal>()
  for (const [favourite, group] of friends) {
    if (group.length < RING_BALLOTS) continue
    const met = countAll(group.map((at) => [...(departures[at]?.keys() ?? [])]))
    const targets = [...countAll(group.map((at) => [...(sunk[at] ?? [])]))].flatMap(([entryId, times]) => {
      const among = met.get(entryId) ?? 0
      const [others, sunkByOthers] = [(scored.get(entryId) ?? 0) - among, (sinkersOf.get(entryId)?.length ?? 0) - times]
      const usual = Math.max(SINKING_LEAST, sunkByOthers / Math.max(1, others))
      const spread = Math.sqrt(among * usual * (1 - usual))
      if (times < RING_BALLOTS || times - among * usual < RING_DEVIATIONS * spread) return []
      return [{ entryId, clear: times >= CLEAR_BALLOTS && times >= CLEAR_TIMES * among * usual }]
    })
    if (targets.length === 0) continue
    const clearTargets = targets.filter((target) => target.clear).map(({ entryId }) => entryId)
    // Tastes may be opposite in one pair of designs; hardly in two.
    const clear = clearTargets.length > 1 ? clearTargets : []
    const isFriendly = new Set(group)
    // Nobody else can be named: with fifty thousand ballots to ask each of them for each favourite took half a minute.
    const asked = new Set([...group, ...clear.flatMap((entryId) => sinkersOf.get(entryId) ?? [])])
    for (const at of asked) {
      const isFriend = isFriendly.has(at)
      const aimedAt = isFriend ? targets.map(({ entryId }) => entryId) : clear
      const sinks = aimedAt.filter((entryId) => sunk[at]?.has(entryId))
      const spared = aimedAt.filter((entryId) => departures[at]?.has(entryId)).length - sinks.length
      if (sinks.length <= spared || (!isFriend && (sinks.length < 2 || spared > 0))) continue
      const weight = sinks.some((entryId) => clear.includes(entryId)) ? 4 : sinks.length > 1 ? 3 : 1
      if ((found.get(at)?.weight ?? 0) < weight)
        found.set(at, signalled('ring', weight, { favourite, sinks, ballots: group.length }))
    }
  }
  return found
}

function fromOwnMean({ scores }: JudgedBallot): Map<string, number> {
  const mean = scores.reduce((sum, { value }) => sum + value, 0) / scores.length
  return new Map(
    scores.map(({ entryId, value }) => {
      const departure = value - mean
      return [
        entryId,
        value === HIGHEST ? Math.max(FAVOURITE, departure) : value === 0 ? Math.min(-SINK, departure) : departure,
      ]
    }),
  )
}

function entriesWhere(departures: ReadonlyMap<string, number>, holds: (departure: number) => boolean): string[] {
  return [...departures].filter(([, departure]) => holds(departure)).map(([entryId]) => entryId)
}

function countAll(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const entryId of list) counts.set(entryId, (counts.get(entryId) ?? 0) + 1)
  return counts
}
