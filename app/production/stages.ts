/**
 * The way of a winner from the decision to the shop, as data (DESIGN.md, "Production"). A run is at the last stage it was moved
 * to; stages are walked in order and none is skipped.
 */
export const STAGES = [
  'agreement',
  'files',
  'tech-pack',
  'prototype',
  'reservations',
  'go-no-go',
  'making',
  'launched',
] as const
export type Stage = (typeof STAGES)[number]

/** The stage after this one, or null after the launch. */
export function stageAfter(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null
}

/** What a gate asks to see before the run may leave a stage. */
export interface GateFacts {
  /** Accounts whose signature the agreement needs and lacks. */
  unsigned: readonly string[]
  /** The named go / no-go; null until somebody decided. */
  go: boolean | null
}

export type ClosedGate = 'agreement-unsigned' | 'go-missing' | 'no-go'

/** Why the run may not leave its stage, or null. A no-go ends the run wherever it stands. */
export function closedGate(stage: Stage, { unsigned, go }: GateFacts): ClosedGate | null {
  if (go === false) return 'no-go'
  if (stage === 'agreement' && unsigned.length > 0) return 'agreement-unsigned'
  if (stage === 'go-no-go' && go === null) return 'go-missing'
  return null
}

/** A stage turns amber by itself once its due date has passed and the run has not left it. */
export function isLate(dueAt: string | null, leftAt: string | null, now: Date): boolean {
  return dueAt !== null && leftAt === null && now.toISOString() > dueAt
}
