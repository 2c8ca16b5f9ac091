import { type ClosedFileGate, closedFileGate, type LatestFile } from './production-file.ts'

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
  /** Accounts whose signature the agreement needs and lacks. Makers who deleted theirs cannot sign any more. */
  unsigned: readonly string[]
  /** Signatures given. */
  signed: number
  /** The named go / no-go; null until somebody decided. */
  go: boolean | null
  /** The newest version of the production file; null when none was handed in. */
  file: LatestFile | null
}

export type ClosedGate = 'agreement-unsigned' | 'nobody-left-to-sign' | ClosedFileGate | 'go-missing' | 'no-go'

/** Why the run may not leave its stage, or null. A no-go ends the run wherever it stands. */
export function closedGate(stage: Stage, { unsigned, signed, go, file }: GateFacts, now: Date): ClosedGate | null {
  if (go === false) return 'no-go'
  if (stage === 'agreement' && unsigned.length > 0) return 'agreement-unsigned'
  // Without a single hand under it there is no agreement: such a run can only be ended.
  if (stage === 'agreement' && signed === 0) return 'nobody-left-to-sign'
  if (stage === 'files') return closedFileGate(file, now)
  if (stage === 'go-no-go' && go === null) return 'go-missing'
  return null
}

/** A stage turns amber by itself once its due date has passed and the run has not left it. */
export function isLate(dueAt: string | null, leftAt: string | null, now: Date): boolean {
  return dueAt !== null && leftAt === null && now.toISOString() > dueAt
}

export type ClosedLaunch = ClosedGate | 'already-launched' | 'not-at-making'

/** Why the product cannot be launched from here, or null. */
export function closedLaunch(stage: Stage, facts: GateFacts, now: Date): ClosedLaunch | null {
  if (stage === 'launched') return 'already-launched'
  return closedGate(stage, facts, now) ?? (stage === 'making' ? null : 'not-at-making')
}

/** A go is given when the run has come that far; a no-go may end it anywhere before the launch. */
export function mayDecide(go: boolean, stage: Stage): boolean {
  return go ? stage === 'go-no-go' : stage !== 'launched'
}

export type ClosedHandIn = 'agreement-first' | 'no-go' | 'already-launched'

/** Files come after the agreement, which protects who made them, and as long as something can still be made of them. */
export function closedHandIn(stage: Stage, go: boolean | null): ClosedHandIn | null {
  if (go === false) return 'no-go'
  if (stage === 'agreement') return 'agreement-first'
  return stage === 'launched' ? 'already-launched' : null
}
