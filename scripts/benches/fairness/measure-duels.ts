import { holdDuels } from './duel-election.ts'
import { DUEL_METHODS } from './duel-methods.ts'
import { CONDITIONS, CONDITIONS_OF_DUELS, type Condition, type ConditionOfDuels, type Size } from './election.ts'
import { compare, type Measured } from './measure.ts'

export const DUEL_CONDITIONS = [
  'honest',
  'fan clubs',
  'bought',
  'bought, patient',
  'bought, like the crowd',
  'stuffing 26 %',
] as const satisfies readonly (Condition | ConditionOfDuels)[]
export type DuelCondition = (typeof DUEL_CONDITIONS)[number]

/** As `measure`, of the same people and designs, answering duels. */
export function measureDuels(
  size: Size,
  condition: DuelCondition,
  runs: number,
  firstSeed: number,
): Measured<keyof typeof DUEL_METHODS> {
  const extra = { ...CONDITIONS, ...CONDITIONS_OF_DUELS }[condition]
  const found = compare(DUEL_METHODS, runs, (run) => holdDuels(size, extra, firstSeed + run))
  return { size, condition: `duels, ${condition}`, found }
}
