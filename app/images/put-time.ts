const GRACE_MS = 120_000
/** The slowest way out to a store elsewhere that is waited for, 8 Mbit/s. */
const BYTES_PER_MS_LEAST = 1000

/** How long keeping a file of so many bytes may take, however often it has to be begun. */
export function putMsMost(bytes: number): number {
  return Math.ceil(GRACE_MS + bytes / BYTES_PER_MS_LEAST)
}
