import { AUDIT_ROUNDS, TRUST_PULL } from '../audited-standings.ts'
import {
  ROUNDS as DUEL_ROUNDS,
  EVENNESS_PRIOR,
  LEAST_WORTH,
  MOST_WORTH,
  PRIOR_ANSWERS,
  PRIOR_DUELS,
  SIDE_EVERY,
  SIDE_PRIOR,
} from '../bradley-terry-steps.ts'
import { DUEL_AUDIT_ROUNDS, DUEL_TRUST_PULL } from '../duel-standings.ts'
import { LEANING_PULL, PRIOR_SCORES, REACH, ROUNDS, SPREAD_PULL } from '../favour.ts'
import { GATE_PER_CENT, GATE_SCORES } from '../gate.ts'
import { FULL_GATES, SPREAD_PRIOR_SCORES, Z_80_SQUARED } from '../standings.ts'
import type { Method } from './export-format.ts'

/** Raised with every change of the count: an export says by which rules it was counted, and a check knows only its own. */
export const RULES_VERSION = 3

/** As an export prints them, in this order. */
export function constantsOf(method: Method): readonly (readonly [name: string, value: number])[] {
  return method === 'duels' ? DUELS : SCORES
}

const SCORES = [
  ['gate-scores', GATE_SCORES],
  ['gate-per-cent', GATE_PER_CENT],
  ['leaning-pull', LEANING_PULL],
  ['spread-pull', SPREAD_PULL],
  ['reach', REACH],
  ['prior-scores', PRIOR_SCORES],
  ['rounds', ROUNDS],
  ['full-gates', FULL_GATES],
  ['z-squared', Z_80_SQUARED],
  ['spread-scores', SPREAD_PRIOR_SCORES],
  ['trust-pull', TRUST_PULL],
  ['audit-rounds', AUDIT_ROUNDS],
] as const

const DUELS = [
  ['gate-scores', GATE_SCORES],
  ['gate-per-cent', GATE_PER_CENT],
  ['full-gates', FULL_GATES],
  ['z-squared', Z_80_SQUARED],
  ['prior-duels', PRIOR_DUELS],
  ['prior-answers', PRIOR_ANSWERS],
  ['side-prior', SIDE_PRIOR],
  ['evenness-prior', EVENNESS_PRIOR],
  ['duel-rounds', DUEL_ROUNDS],
  ['side-every', SIDE_EVERY],
  ['least-worth', LEAST_WORTH],
  ['most-worth', MOST_WORTH],
  ['duel-trust-pull', DUEL_TRUST_PULL],
  ['duel-audit-rounds', DUEL_AUDIT_ROUNDS],
] as const
