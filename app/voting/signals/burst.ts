import { begunAt } from './judged-ballot.ts'
import { type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** Minutes before and after a ballot's first score or answer. */
export const BURST_MINUTES = 60
export const BURST_BALLOTS = 10
/** Times as many as would come in so many minutes if ballots came evenly. */
export const BURST_TIMES = 8

/** Ballots that were begun in a rush. A newsletter makes one, and so does a lesson. */
export function findBursts({ ballots }: Judged): Findings {
  const begun = ballots.map((ballot, at) => ({ at, minute: begunAt(ballot) }))
  begun.sort((a, b) => a.minute - b.minute)
  const span = Math.max(1, (begun.at(-1)?.minute ?? 0) - (begun[0]?.minute ?? 0))
  const evenly = (ballots.length * Math.min(span, 2 * BURST_MINUTES)) / span
  const found = new Map<number, Signal>()
  let [first, last] = [0, 0]
  for (const { at, minute } of begun) {
    while ((begun[first]?.minute ?? minute) < minute - BURST_MINUTES) first += 1
    while (last < begun.length && (begun[last]?.minute ?? 0) <= minute + BURST_MINUTES) last += 1
    const count = last - first
    if (count >= BURST_BALLOTS && count >= BURST_TIMES * evenly)
      found.set(at, signalled('burst', 1, { ballots: count, evenly: Math.round(evenly * 10) / 10 }))
  }
  return found
}
