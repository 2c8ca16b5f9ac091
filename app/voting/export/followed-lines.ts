import type { StandingLine } from '../standings.ts'
import type { CheckReport, Kept } from './check-export.ts'
import type { Hashing } from './export-format.ts'
import type { Misfit, MisfitReason } from './misfit.ts'

/** What a sequel may build on: a vote that was found in order, digest and all. */
export interface CheckedVote {
  digest: string
  entryIds: ReadonlySet<string>
  official: readonly StandingLine[]
}

/** Follows what stands after the digest, of which voting knows nothing. */
export interface FollowedSequel {
  take: (line: string) => MisfitReason | null
  /** Whether the file may end with what was read. */
  mayEndHere: () => boolean
}

export interface FollowedLines {
  /** @param digestSoFar SHA-256 of all lines before this one; asked once */
  take: (line: string, digestSoFar: () => string) => Misfit | null
  /** What is said of a line that cannot be one. */
  unreadable: (line: string) => Misfit
  /** What is missing when no more lines come, or null. */
  missing: () => Misfit | null
  ended: () => boolean
  report: () => Omit<CheckReport, 'misfit'>
}

export interface FollowDetails {
  hashing: Hashing
  kept: Kept
  /** Without it nothing may stand after the digest. */
  sequel?: ((vote: CheckedVote) => FollowedSequel) | undefined
}
