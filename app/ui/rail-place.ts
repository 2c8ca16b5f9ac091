export type RailBoundary = { name: string; label: string; at: string }

/** How far along evenly spaced boundaries `now` is, from 0 to 1, and the boundary that comes next. */
export function placeOnRail(
  boundaries: readonly RailBoundary[],
  now: string,
): { share: number; next: RailBoundary | undefined } {
  const nowMs = new Date(now).getTime()
  const times = boundaries.map((boundary) => new Date(boundary.at).getTime())
  const nextIndex = times.findIndex((time) => time > nowMs)
  if (nextIndex === -1) return { share: 1, next: undefined }
  const next = boundaries[nextIndex]
  if (nextIndex === 0) return { share: 0, next }
  const from = times[nextIndex - 1] ?? nowMs
  const to = times[nextIndex] ?? nowMs
  const within = to > from ? (nowMs - from) / (to - from) : 0
  return { share: (nextIndex - 1 + within) / (boundaries.length - 1), next }
}
