import { type Judgement, pointsOf } from '#app/voting/signals/judge-ballots.ts'
import { meanOf } from './intervals.ts'
import type { WatchedBallot } from './watch.ts'

/** How much of the stuffing a rule finds, and how many honest ballots it holds for it: shares of the ballots that count. */
export interface FrontierPoint {
  rule: string
  stuffed: number
  honest: number
}

type Rule = (ballot: WatchedBallot, judgement: Judgement | undefined) => boolean

/**
 * The signals at several thresholds, and, as the limit, a watcher who is told by the attackers whom they sink and whom they lift. A hired
 * ballot that met neither says only what anybody might: nobody can find it, and it moves nothing that it was hired to move. One that met
 * the client alone says what every admirer of the client says: to hold it is to hold them.
 */
const RULES: Readonly<Record<string, Rule>> = {
  'the signals, 8 points (put aside)': (_, judgement) => pointsOf(judgement?.signals ?? []) >= 8,
  'the signals, 6 points': (_, judgement) => pointsOf(judgement?.signals ?? []) >= 6,
  'the signals, 4 points': (_, judgement) => pointsOf(judgement?.signals ?? []) >= 4,
  'told the rivals: sinks three or more, spares none': ({ sinks, spares }) => sinks >= 3 && spares === 0,
  'told the rivals: sinks two or more, spares none': ({ sinks, spares }) => sinks >= 2 && spares === 0,
  'told the rivals: sinks one or more, spares none': ({ sinks, spares }) => sinks >= 1 && spares === 0,
  'told the client too: or lifts it and met no rival': ({ sinks, spares, lifts }) =>
    spares === 0 && (sinks >= 1 || lifts),
}

export interface JudgedWatched {
  ballot: WatchedBallot
  judgement: Judgement | undefined
}

export function frontierOf(ballots: readonly JudgedWatched[]): FrontierPoint[] {
  const [stuffed, honest] = (['bought', 'honest'] as const).map((kind) =>
    ballots.filter(({ ballot }) => ballot.voter.kind === kind),
  )
  return Object.entries(RULES).map(([rule, holds]) => {
    const shareOf = (of: readonly JudgedWatched[] = []) =>
      meanOf(of.map(({ ballot, judgement }) => (holds(ballot, judgement) ? 1 : 0)))
    return { rule, stuffed: shareOf(stuffed), honest: shareOf(honest) }
  })
}

export function printFrontier(title: string, points: readonly FrontierPoint[]): void {
  console.log(`\nthe frontier, ${title}: % of the stuffed ballots found, % of the honest ones held`)
  for (const { rule, stuffed, honest } of points)
    console.log(`${rule.padEnd(52)}${(stuffed * 100).toFixed(1).padStart(6)}${(honest * 100).toFixed(2).padStart(8)}`)
}
