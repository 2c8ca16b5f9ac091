import type { DuelBallot } from './duel-standings.ts'
import { LEANING_PULL, PRIOR_SCORES, REACH, ROUNDS, SPREAD_PULL } from './favour.ts'
import {
  type CountedBallot,
  type CountedEntry,
  FULL_GATES,
  POINT_DECIMALS,
  SPREAD_PRIOR_SCORES,
  type StandingLine,
  Z_80_SQUARED,
} from './standings.ts'

/** Raised with every change of the count or of the text below: a digest says by which rules it was made. */
export const RULES_VERSION = 2

const CONSTANTS = [
  ['leaning-pull', LEANING_PULL],
  ['spread-pull', SPREAD_PULL],
  ['reach', REACH],
  ['prior-scores', PRIOR_SCORES],
  ['rounds', ROUNDS],
  ['full-gates', FULL_GATES],
  ['z-squared', Z_80_SQUARED],
  ['spread-scores', SPREAD_PRIOR_SCORES],
] as const

export interface ClosedVote {
  contestId: string
  /** The close as the calendar has it, not the moment of counting: whoever counts later writes the same bytes. */
  closedAt: string
  /**
   * 64 hex digits drawn at the freeze and published with the decision. Two ballots on three entries are some three million texts,
   * which anybody could hash until the published digest comes out; with a random line in it the digest binds and tells nothing.
   */
  nonce: string
  entries: readonly CountedEntry[]
  ballots: readonly CountedBallot[]
  /** Of a contest by duels, which has no scores. */
  duels?: readonly DuelBallot[]
  standings: readonly StandingLine[]
}

/**
 * The closed vote as text: one fact a line, lines and scores sorted by their letters, no name and no id of a voter. The same
 * vote is the same bytes, whoever writes it.
 */
export function canonicalText({
  contestId,
  closedAt,
  nonce,
  entries,
  ballots,
  duels = [],
  standings,
}: ClosedVote): string {
  const lines = [
    `placet-count ${RULES_VERSION}`,
    `contest ${contestId}`,
    `closed ${closedAt}`,
    `nonce ${nonce}`,
    `constants ${CONSTANTS.map(([name, value]) => `${name}=${value}`).join(' ')}`,
    ...entries.map((entry) => `entry ${entry.entryId} ${entry.submittedAt} ${entry.buyMarks}`).sort(),
    ...ballots.map(ballotLine).sort(),
    ...duels.map(duelsLine).sort(),
    ...[...standings].sort((a, b) => a.place - b.place).map(standingLine),
  ]
  return `${lines.join('\n')}\n`
}

/** How many designs the voter was handed, then what they gave. */
function ballotLine({ scores, handed = 0 }: CountedBallot): string {
  const given = scores.map((score) => `${score.entryId}:${score.value}`).sort()
  return ['ballot', Math.max(handed, scores.length), ...given].join(' ')
}

/** How many designs the voter was handed, then what they answered. */
function duelsLine({ duels, handed = 0 }: DuelBallot): string {
  const answered = duels.map(({ first, second, value }) => `${first}:${second}:${value}`).sort()
  return ['duels', Math.max(handed, 2 * duels.length), ...answered].join(' ')
}

function standingLine(line: StandingLine): string {
  const numbers = [line.points, line.low, line.high].map((number) => number.toFixed(POINT_DECIMALS))
  return `standing ${line.place} ${line.entryId} ${numbers.join(' ')} ${line.scores} ${line.buyMarks} ${line.tieGroup}`
}

/** SHA-256 of the UTF-8 text, in hex; the same in the browser and on the server. */
export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
