import { holdDuels } from './duel-election.ts'
import { DUEL_METHODS } from './duel-methods.ts'
import { CONDITIONS, type Condition, type Size } from './election.ts'
import { compare, type Measured } from './measure.ts'

export const DUEL_CONDITIONS = [
  'honest',
  'fan clubs',
  'bought',
  'bought, patient',
  'stuffing 26 %',
] as const satisfies readonly Condition[]

/** As `measure`, of the same people and designs, answering duels. */
export function measureDuels(
  size: Size,
  condition: Condition,
  runs: number,
  firstSeed: number,
): Measured<keyof typeof DUEL_METHODS> {
  const found = compare(DUEL_METHODS, runs, (run) => holdDuels(size, CONDITIONS[condition], firstSeed + run))
  return { size, condition: `duels, ${condition}`, found }
}
