/**
 * When the head of a running vote is told to everybody: at the first look after a full hour (UTC) by which something had happened that no
 * published head covers. So it is once an hour with changes, whoever looks and however often, and after a pause it is made up for at once.
 */
export function isHeadDue(
  { firstUnpublishedMinute, lastPublishedAt }: { firstUnpublishedMinute: string; lastPublishedAt: string | null },
  now: Date,
): boolean {
  const hour = hourOf(now)
  // Minutes have no seconds; as text `…T10:59Z` and `…T10:59:59.999Z` both lie before `…T11:00`.
  return firstUnpublishedMinute < hour && (lastPublishedAt === null || lastPublishedAt < hour)
}

/** The milliseconds until the next full hour. */
export function untilNextHourMs(now: Date): number {
  return HOUR_MS - (now.getTime() % HOUR_MS)
}

const HOUR_MS = 3_600_000

/** `2026-06-20T10:00`: the beginning of the hour, in the words that times and minutes begin with. */
function hourOf(now: Date): string {
  return `${now.toISOString().slice(0, 13)}:00`
}
