/** A member's session ends after so long without a visit, and after so long in any case (OWASP ASVS 5.0, V7.3). */
export const SESSION_IDLE_DAYS = 14
export const SESSION_ABSOLUTE_DAYS = 30
/** Whoever holds a staff role signs in again every half day. */
export const STAFF_SESSION_HOURS = 12
/** Being seen is written down no more often than this, so that reading pages does not write. */
export const SEEN_EVERY_MINUTES = 5

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

interface SessionTimes {
  createdAt: string
  lastSeenAt: string
}

/** The session is over from this moment on. */
export function sessionEndsAt(session: SessionTimes, staff: boolean): Date {
  const idleEnd = Date.parse(session.lastSeenAt) + SESSION_IDLE_DAYS * DAY_MS
  const created = Date.parse(session.createdAt)
  const absoluteEnd = created + (staff ? STAFF_SESSION_HOURS * HOUR_MS : SESSION_ABSOLUTE_DAYS * DAY_MS)
  return new Date(Math.min(idleEnd, absoluteEnd))
}

export function sessionHasEnded(session: SessionTimes, staff: boolean, now: Date): boolean {
  return now >= sessionEndsAt(session, staff)
}

/** From this moment on being seen is written down again. */
export function touchSessionAt(session: SessionTimes): Date {
  return new Date(Date.parse(session.lastSeenAt) + SEEN_EVERY_MINUTES * MINUTE_MS)
}
