import { type Findings, groupBy, type Judged, type Signal, signalled } from './signal.ts'

/** A couple shares a device; three accounts on one are rarely three people. */
export const DEVICE_BALLOTS = 2
export const DEVICE_BALLOTS_CLEARLY = 3

/** Several ballots from one device. */
export function findSharedDevices({ ballots }: Judged): Findings {
  const found = new Map<number, Signal>()
  for (const group of groupBy(ballots, ({ facts }) => facts.deviceHash)) {
    if (group.length < DEVICE_BALLOTS) continue
    const weight = group.length >= DEVICE_BALLOTS_CLEARLY ? 4 : 1
    for (const at of group) found.set(at, signalled('shared-device', weight, { ballots: group.length }))
  }
  return found
}
