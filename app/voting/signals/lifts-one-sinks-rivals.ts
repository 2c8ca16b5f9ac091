import { type Departures, type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** Points above what all say of it. */
export const LIFTS = 1.25
/** Points below: nearly two spreads of honest scores. */
export const SINKS = 2
/** One hated design is taste, two beside one loved are a pattern. */
export const RIVALS = 2

export function liftedBy(departures: Departures): string[] {
  return [...departures].filter(([, departure]) => departure >= LIFTS).map(([entryId]) => entryId)
}

export function sunkBy(departures: Departures): string[] {
  return [...departures].filter(([, departure]) => departure <= -SINKS).map(([entryId]) => entryId)
}

/** A ballot that praises few entries beyond what all say and puts as many or more, at least two, far below it. */
export function findLiftsOneSinksRivals({ departures }: Judged): Findings {
  const found = new Map<number, Signal>()
  departures.forEach((of, at) => {
    const [lifted, sunk] = [liftedBy(of), sunkBy(of)]
    if (lifted.length === 0 || lifted.length > sunk.length || sunk.length < RIVALS) return
    found.set(at, signalled('lifts-one-sinks-rivals', 2, { lifted, sunk }))
  })
  return found
}
