import { type Findings, groupBy, type Judged, type Signal, signalled } from './signal.ts'

/** Households vote in twos and threes. A carrier, an office or a classroom has many: one point, however many. */
export const ADDRESS_BALLOTS = 4

/** Many ballots from one address (for IPv6 the /64). */
export function findSharedAddresses({ ballots }: Judged): Findings {
  const found = new Map<number, Signal>()
  for (const group of groupBy(ballots, ({ facts }) => facts.addressHash)) {
    if (group.length < ADDRESS_BALLOTS) continue
    for (const at of group) found.set(at, signalled('shared-address', 1, { ballots: group.length }))
  }
  return found
}
