/** Hours after the close in which the desk may still rule on ballots in quarantine. */
export const DESK_HOURS = 48

const HOUR_MS = 3_600_000

export interface DeskWindow {
  frozenAt: string
  /** Whether a ballot was in quarantine without a ruling at the close, or has come there since. */
  needed: boolean
  /** By an admin, once every ballot in quarantine had its ruling; null before. */
  endedAt: string | null
}

/** When the desk's time is over, and the count begins; null where nothing was in quarantine and nobody need be waited for. */
export function deskWindowEndsAt({ frozenAt, needed, endedAt }: DeskWindow): string | null {
  if (!needed) return null
  return endedAt ?? new Date(new Date(frozenAt).getTime() + DESK_HOURS * HOUR_MS).toISOString()
}
