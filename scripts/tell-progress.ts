const TELL_EVERY_MS = 2000

/** A line every two seconds, so that a log stays short and a person sees it live. */
export function tellProgress(all: number): (file: { bytes: number }) => void {
  const startedAt = performance.now()
  let toldAt = startedAt
  let files = 0
  let bytes = 0
  return (file) => {
    files += 1
    bytes += file.bytes
    const now = performance.now()
    if (now - toldAt < TELL_EVERY_MS) return
    toldAt = now
    const minutesLeft = Math.ceil(((now - startedAt) / files) * Math.max(0, all - files)) / 60_000
    const left = minutesLeft < 1 ? 'less than a minute' : `about ${Math.round(minutesLeft)} minutes`
    console.log(`${files} of ${all} files, ${(bytes / 1e6).toFixed(0)} MB, ${left} left`)
  }
}
