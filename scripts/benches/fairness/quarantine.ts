import type { Attack } from './attacks.ts'
import { attack, type Election, holdElection, type Size, STUFFED } from './election.ts'
import { type Estimate, estimateShare } from './intervals.ts'
import { firstOf } from './measure.ts'
import { audited, fullBallots, judge, official } from './our-methods.ts'

/** The ways to stuff a box, from the cheapest to the dearest; each is tried alone. */
export const STUFFINGS = {
  'one office, each sees every design': { disguise: 'none', until: 'all' },
  'one office, until the client comes': { disguise: 'none', until: 'client' },
  'one office, ballots as long as others’': { disguise: 'none', until: 'full' },
  'rotating addresses, each sees every design': { disguise: 'rotating', until: 'all' },
  'rotating addresses, until the client comes': { disguise: 'rotating', until: 'client' },
  'rotating addresses, as long as others’': { disguise: 'rotating', until: 'full' },
  'aged accounts over two weeks, every design': { disguise: 'aged', until: 'all', over: 14 * 24 * 60 },
  'aged accounts over two weeks, until the client': { disguise: 'aged', until: 'client', over: 14 * 24 * 60 },
  'aged accounts over two weeks, as long as others’': { disguise: 'aged', until: 'full', over: 14 * 24 * 60 },
} as const satisfies Record<string, Partial<Attack>>
export type Stuffing = keyof typeof STUFFINGS

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
}

export function measureStuffing(size: Size, stuffing: Stuffing, runs: number, firstSeed: number): Stuffed {
  const [hits, aiming, alarms, kept, officialKept]: number[][] = [[], [], [], [], []]
  for (let run = 0; run < runs; run += 1) {
    const election = holdElection(size, attack(STUFFED, STUFFINGS[stuffing]), firstSeed + run)
    const judged = judge(election)
    fullBallots(election).forEach(({ voter, scores }, at) => {
      const caught = judged[at]?.proposesQuarantine ? 1 : 0
      if (voter.kind === 'honest') alarms?.push(caught)
      else hits?.push(caught)
      if (voter.kind === 'bought' && scores.some(({ aimed }) => aimed)) aiming?.push(caught)
    })
    const honest = withoutStuffed(election)
    kept?.push(firstOf(audited(election)) === firstOf(audited(honest)) ? 1 : 0)
    officialKept?.push(firstOf(official(election)) === firstOf(official(honest)) ? 1 : 0)
  }
  return {
    stuffing,
    quarantined: estimateShare(hits ?? []),
    quarantinedOfAiming: estimateShare(aiming ?? []),
    falseAlarms: estimateShare(alarms ?? []),
    winnerKept: estimateShare(kept ?? []),
    officialKept: estimateShare(officialKept ?? []),
  }
}

function withoutStuffed(election: Election): Election {
  return { ...election, ballots: election.ballots.filter(({ voter }) => voter.kind === 'honest') }
}

export function printStuffed(all: readonly Stuffed[]): void {
  console.log('\n26 % of all ballots stuffed, a way at a time: %, with 95 % intervals')
  console.log(
    `${''.padEnd(50)}quarantined          of those that aim    honest quarantined   winner kept, audited winner kept, official`,
  )
  for (const one of all) {
    const cells = [one.quarantined, one.quarantinedOfAiming, one.falseAlarms, one.winnerKept, one.officialKept]
    console.log(`${one.stuffing.padEnd(50)}${cells.map((cell) => inHundredths(cell).padEnd(21)).join('')}`.trimEnd())
  }
}

function inHundredths({ value, low, high }: Estimate): string {
  const decimals = value < 0.02 ? 2 : 1
  return `${(value * 100).toFixed(decimals)} (${(low * 100).toFixed(decimals)} to ${(high * 100).toFixed(decimals)})`
}
