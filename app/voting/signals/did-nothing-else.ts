import { type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** Days before the vote opened. */
export const YOUNG_DAYS = 14

/** An account that came for this vote and never did anything else: so do the friends of every designer. */
export function findDidNothingElse({ ballots }: Judged): Findings {
  const found = new Map<number, Signal>()
  ballots.forEach(({ facts: { ageDays, otherActs } }, at) => {
    if (otherActs === 0 && ageDays < YOUNG_DAYS) found.set(at, signalled('did-nothing-else', 1, { ageDays }))
  })
  return found
}
