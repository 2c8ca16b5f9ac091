/** A ballot counts once it holds min(8, 30 % of the entries it may score) scores (DESIGN.md, Voting 3). */
export const GATE_SCORES = 8
export const GATE_PER_CENT = 30

/** How many scores a ballot needs before it counts, for a voter who may score `scorable` entries. */
export function gateFor(scorable: number): number {
  // Whole numbers until the division, so that 30 % of 10 is 3 and not 3.0000000000000004.
  return Math.min(GATE_SCORES, Math.ceil((scorable * GATE_PER_CENT) / 100))
}

/** How many more scores until the ballot counts; 0 when it does. */
export function scoresMissing(given: number, scorable: number): number {
  return Math.max(0, gateFor(scorable) - given)
}

/** An empty ballot never counts, whatever the gate. */
export function ballotCounts(given: number, scorable: number): boolean {
  return given > 0 && scoresMissing(given, scorable) === 0
}
