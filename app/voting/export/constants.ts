import { AUDIT_ROUNDS, TRUST_PULL } from '../audited-standings.ts'
import { LEANING_PULL, PRIOR_SCORES, REACH, ROUNDS, SPREAD_PULL } from '../favour.ts'
import { GATE_PER_CENT, GATE_SCORES } from '../gate.ts'
import { FULL_GATES, SPREAD_PRIOR_SCORES, Z_80_SQUARED } from '../standings.ts'
import type { Method } from './export-format.ts'

/** Raised with every change of the count: an export says by which rules it was counted, and a check knows only its own. */
export const RULES_VERSION = 2

/** As an export prints them, in this order. */
export function constantsOf(_method: Method): readonly (readonly [name: string, value: number])[] {
  return SCORES
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
