import type { Judgement } from '#app/voting/signals/judge-ballots.ts'
import type { Size } from './election.ts'
import { type FrontierPoint, frontierOf, printFrontier } from './frontier.ts'
import { type Estimate, estimateShare } from './intervals.ts'
import type { Stuffing, Watch } from './watch.ts'

export interface Stuffed {
  stuffing: Stuffing
  /** Of the stuffed ballots that count. */
  quarantined: Estimate
  /** Of those that met the client or a rival: the others say what anybody might. */
  quarantinedOfAiming: Estimate
  /** Of the honest ballots that count, the classroom and the newsletter among them. */
  falseAlarms: Estimate
  /** Runs in which the audited view puts first what it puts first without the stuffed ballots. */
  winnerKept: Estimate
  officialKept: Estimate
  /** Ballots that lifts-in-every-duel names, whatever else is said of them: stuffed ones and honest ones. */
  named: { stuffed: Estimate; honest: Estimate }
  frontier: FrontierPoint[]
}

export function measureStuffing(
  watch: Watch,
  size: Size,
  stuffing: Stuffing,
  runs: number,
  firstSeed: number,
): Stuffed {
  const seen = Array.from({ length: runs }, (_, run) => watch(size, stuffing, firstSeed + run))
  const ballots = seen.flatMap(({ full, judged }) => full.map((ballot, at) => ({ ballot, judgement: judged[at] })))
  const stuffed = ballots.filter(({ ballot }) => ballot.voter.kind === 'bought')
  const honest = ballots.filter(({ ballot }) => ballot.voter.kind === 'honest')
  return {
    stuffing,
    quarantined: shareOf(stuffed, isCaught),
    quarantinedOfAiming: shareOf(
      stuffed.filter(({ ballot }) => ballot.aims),
      isCaught,
    ),
    falseAlarms: shareOf(honest, isCaught),
    winnerKept: shareOf(seen, ({ kept }) => kept.audited),
    officialKept: shareOf(seen, ({ kept }) => kept.official),
    frontier: frontierOf(ballots),
    named: { stuffed: shareOf(stuffed, isNamed), honest: shareOf(honest, isNamed) },
  }
}

interface Looked {
  judgement: Judgement | undefined
}

function isCaught({ judgement }: Looked): boolean {
  return judgement?.proposesQuarantine ?? false
}

function isNamed({ judgement }: Looked): boolean {
  return judgement?.signals.some(({ name }) => name === 'lifts-in-every-duel') ?? false
}

function shareOf<Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean): Estimate {
  return estimateShare(things.map((thing) => (holds(thing) ? 1 : 0)))
}

export function printStuffed(by: string, all: readonly Stuffed[]): void {
  console.log(`\n26 % of all ballots stuffed, by ${by}, a way at a time: %, with 95 % intervals`)
  const named = by === 'duels' ? 'lifts-in-every-duel names stuffed, honest' : ''
  console.log(
    `${''.padEnd(50)}quarantined            of those that aim      honest quarantined     winner kept, audited   winner kept, official  ${named}`.trimEnd(),
  )
  for (const one of all) {
    const cells = [one.quarantined, one.quarantinedOfAiming, one.falseAlarms, one.winnerKept, one.officialKept]
    if (named) cells.push(one.named.stuffed, one.named.honest)
    console.log(`${one.stuffing.padEnd(50)}${cells.map((cell) => inHundredths(cell).padEnd(23)).join('')}`.trimEnd())
  }
  const hardest = all.at(-1)
  if (hardest) printFrontier(`by ${by}, ${hardest.stuffing}`, hardest.frontier)
}

function inHundredths({ value, low, high }: Estimate): string {
  const decimals = value < 0.02 ? 2 : 1
  return `${(value * 100).toFixed(decimals)} (${(low * 100).toFixed(decimals)} to ${(high * 100).toFixed(decimals)})`
}
