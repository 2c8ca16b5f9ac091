/**
 * Which entry a voter is handed next (DESIGN.md, Voting 1): the least seen first, so that attention is shared out by the
 * house and not won by friends; among equally seen ones in an order of the voter's own, because those who come later are scored
 * differently (Bruine de Bruin 2005, on Eurovision and skating) and nobody should always be late.
 *
 * Equally seen entries lie on a circle, each at a place drawn when it was submitted. A voter's hand comes down on it at a point of their
 * own, a new one for each handing, and takes the first entry from there on. So the database finds it by an index, however many
 * there are (app/voting/exposures.server.ts); `chooseNext` says the same for a list, for tests and simulations.
 */

export interface QueuedEntry {
  entryId: string
  /** How many voters were handed it so far. */
  handed: number
  /** Its place on the circle: 0 to 2³² − 1. */
  shuffle: number
}

/**
 * @param entries those this voter may score: live, not theirs, not a collaboration of theirs
 * @param already the ids this voter was handed before, passed ones too: nothing comes twice by itself
 */
export function chooseNext(
  entries: readonly QueuedEntry[],
  already: ReadonlySet<string>,
  voterId: string,
): string | null {
  const start = startOf(voterId, already.size)
  let best: QueuedEntry | null = null
  for (const entry of entries) {
    if (already.has(entry.entryId)) continue
    if (best === null || comesBefore(entry, best, start)) best = entry
  }
  return best?.entryId ?? null
}

function comesBefore(a: QueuedEntry, b: QueuedEntry, start: number): boolean {
  if (a.handed !== b.handed) return a.handed < b.handed
  const [wayToA, wayToB] = [(a.shuffle - start) >>> 0, (b.shuffle - start) >>> 0]
  return wayToA === wayToB ? a.entryId < b.entryId : wayToA < wayToB
}

/**
 * Where the voter's hand comes down, from 0 to 2³² − 1: looks random and is always the same for a voter and the number of entries
 * that they were handed, so that the queue resumes where it was. FNV-1a with the finisher of MurmurHash3: not a secret, only a shuffle.
 */
export function startOf(voterId: string, handedBefore: number): number {
  let hash = 0x811c9dc5
  for (const letter of `${voterId}/${handedBefore}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
