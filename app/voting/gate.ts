/**
 * A ballot counts once it holds min(8, 30 % of the entries) scores (DESIGN.md, Voting 3). DESIGN.md says "of the entries it may score",
 * which for a designer is one or two less; but the record does not say whose ballot is whose, and a gate that did would tell which
 * ballots are designers'. So one gate holds for all: it differs by a score at most, where there are fewer than 27 entries.
 */
export const GATE_SCORES = 8
export const GATE_PER_CENT = 30

/** How many scores a ballot needs before it counts, in a contest of so many entries. */
export function gateFor(entries: number): number {
  // Whole numbers until the division, so that 30 % of 10 is 3 and not 3.0000000000000004.
  return Math.min(GATE_SCORES, Math.ceil((entries * GATE_PER_CENT) / 100))
}

/** How many more scores until the ballot counts; 0 when it does. */
export function scoresMissing(given: number, entries: number): number {
  return Math.max(0, gateFor(entries) - given)
}

/**
 * Whether a ballot whose voter was handed all that they may score can never count: nothing is left and nothing was passed. So it can be
 * with those who drew many of few designs, since the gate is the same for all.
 */
export function isOutOfReach({ missing, passed }: { missing: number; passed: number }): boolean {
  return missing > 0 && passed === 0
}

/** An empty ballot never counts, whatever the gate. */
export function ballotCounts(given: number, entries: number): boolean {
  return given > 0 && scoresMissing(given, entries) === 0
}
