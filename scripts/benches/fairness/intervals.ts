/** 95 % of a normal distribution lies within so many spreads. */
const Z_95 = 1.96

export interface Estimate {
  value: number
  low: number
  high: number
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}

/** The mean of what was drawn once a run, with the interval that chance leaves. */
export function estimate(numbers: readonly number[]): Estimate {
  const value = meanOf(numbers)
  const variance = meanOf(numbers.map((number) => (number - value) ** 2))
  const reach = Z_95 * Math.sqrt(variance / Math.max(1, numbers.length))
  return { value, low: value - reach, high: value + reach }
}

/** Wilson's interval: a share of 0 or 1 has one too. */
export function estimateShare(hits: readonly number[]): Estimate {
  const runs = Math.max(1, hits.length)
  const share = meanOf(hits)
  const square = Z_95 ** 2 / runs
  const centre = (share + square / 2) / (1 + square)
  const reach = (Z_95 / (1 + square)) * Math.sqrt((share * (1 - share)) / runs + square / (4 * runs))
  return { value: share, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) }
}

/**
 * By how much `ours` is first more often than `theirs`, run by run: both saw the same elections, so chance mostly cancels. Of a share only
 * the runs tell in which one was right and the other wrong; half such a run is added each way (Agresti and Min 2005), so that two methods
 * that never differed in a few runs are not declared the same for ever.
 */
export function estimateLead(ours: readonly number[], theirs: readonly number[]): Estimate {
  const leads = ours.map((our, run) => our - (theirs[run] ?? 0))
  const runs = leads.length + 2
  const lead = leads.reduce((sum, one) => sum + one, 0) / runs
  const differed = leads.filter((one) => one !== 0).length + 1
  const reach = (Z_95 * Math.sqrt(Math.max(0, differed - runs * lead ** 2))) / runs
  return { value: meanOf(leads), low: lead - reach, high: lead + reach }
}

/** How far `theirs` lies above `ours` on the average, run by run, for numbers of any size. */
export function estimateGap(theirs: readonly number[], ours: readonly number[]): Estimate {
  return estimate(theirs.map((their, run) => their - (ours[run] ?? 0)))
}
