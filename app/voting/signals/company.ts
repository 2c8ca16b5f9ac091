import type { JudgedBallot } from './judged-ballot.ts'
import { addTo } from './lists-by-key.ts'
import { ADDRESS_BALLOTS } from './shared-address.ts'
import { DEVICE_BALLOTS_CLEARLY } from './shared-device.ts'
import { type Findings, groupBy, type Judged, type Signal, signalled } from './signal.ts'

/** Scores of the company on one entry, from which its common opinion can be told. */
export const COMPANY_SCORES = 3
/** Standard deviations that the company's mean lies off what all say; honest scores spread by about a point. */
export const COMPANY_DEVIATIONS = 4.5
const SPREAD = 1.1
/** Points. A class that likes its classmate's design a little better than others do is no conspiracy. */
export const COMPANY_POINTS = 1.5

/**
 * Accounts that share a device or an address *and* together lift one entry and sink another: a class may love one design, but does not hate
 * its rivals. All of them are named, those too whom the queue did not hand the design that they came for; they weigh little by themselves.
 */
export function findCompanies({ ballots, departures }: Judged): Findings {
  const found = new Map<number, Signal>()
  for (const { by, members } of companies(ballots)) {
    const opinions = commonOpinions(members.map((at) => departures[at]))
    const lifted = opinions.filter(({ mean }) => mean > 0).map(({ entryId }) => entryId)
    const sunk = opinions.filter(({ mean }) => mean < 0).map(({ entryId }) => entryId)
    if (lifted.length === 0 || sunk.length === 0) continue
    for (const at of members) {
      const own = departures[at]
      const part = [...lifted.map((id) => own?.get(id) ?? 0), ...sunk.map((id) => -(own?.get(id) ?? 0))]
      const weight = Math.max(...part) >= COMPANY_POINTS ? 2 : 1
      if ((found.get(at)?.weight ?? 0) < weight)
        found.set(at, signalled('company', weight, { by, lifted, sunk, ballots: members.length }))
    }
  }
  return found
}

/** Each shared address, each shared device, and all the accounts of shared devices taken together: a farm rotates addresses. */
function companies(ballots: readonly JudgedBallot[]): { by: string; members: number[] }[] {
  const addresses = groupBy(ballots, ({ facts }) => facts.addressHash).filter(({ length }) => length >= ADDRESS_BALLOTS)
  const devices = groupBy(ballots, ({ facts }) => facts.deviceHash).filter(
    ({ length }) => length >= DEVICE_BALLOTS_CLEARLY,
  )
  return [
    ...addresses.map((members) => ({ by: 'address', members })),
    ...devices.map((members) => ({ by: 'device', members })),
    { by: 'devices', members: devices.flat() },
  ]
}

function commonOpinions(departures: readonly (ReadonlyMap<string, number> | undefined)[]) {
  const by = new Map<string, number[]>()
  for (const of of departures) {
    for (const [entryId, departure] of of ?? []) addTo(by, entryId, departure)
  }
  return [...by]
    .map(([entryId, all]) => ({
      entryId,
      scores: all.length,
      mean: all.reduce((sum, one) => sum + one, 0) / all.length,
    }))
    .filter(
      ({ scores, mean }) =>
        scores >= COMPANY_SCORES &&
        Math.abs(mean) >= COMPANY_POINTS &&
        (Math.abs(mean) * Math.sqrt(scores)) / SPREAD >= COMPANY_DEVIATIONS,
    )
}
