/**
 * A clock that never runs backwards, whatever is done to the machine's: where that one is set back, this one stands still until it has
 * caught up. What was closed stays closed, and what is recorded later bears no earlier time.
 *
 * @param onStep told once for each step back of a second or more, in milliseconds
 */
export function steadyClock(read: () => number = Date.now, onStep: (backMs: number) => void = () => undefined) {
  let latest = Number.NEGATIVE_INFINITY
  let isBehind = false
  return (): Date => {
    const now = read()
    const backMs = latest - now
    if (backMs >= TOLD_FROM_MS && !isBehind) onStep(backMs)
    isBehind = backMs >= TOLD_FROM_MS
    latest = Math.max(latest, now)
    return new Date(latest)
  }
}

/** Time servers put a clock right by milliseconds, and nobody need hear of it. */
const TOLD_FROM_MS = 1000
