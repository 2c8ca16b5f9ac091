/**
 * Which entry a voter is handed next (DESIGN.md, Voting 1): the least seen first, so that attention is shared out by the
 * house and not won by friends; among equally seen ones in an order of the voter's own, because those who come later are scored
 * differently (Bruine de Bruin 2005, on Eurovision and skating) and nobody should always be late.
 */

export interface QueuedEntry {
  entryId: string
  /** How many voters were handed it so far. */
  handed: number
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
  let best: QueuedEntry | null = null
  for (const entry of entries) {
    if (already.has(entry.entryId)) continue
    if (best === null || comesBefore(entry, best, voterId)) best = entry
  }
  return best?.entryId ?? null
}

function comesBefore(a: QueuedEntry, b: QueuedEntry, voterId: string): boolean {
  if (a.handed !== b.handed) return a.handed < b.handed
  const [keyOfA, keyOfB] = [shuffleKey(voterId, a.entryId), shuffleKey(voterId, b.entryId)]
  return keyOfA === keyOfB ? a.entryId < b.entryId : keyOfA < keyOfB
}

/**
 * A number that looks random and is always the same for a voter and an entry, so that the queue resumes where it was.
 * FNV-1a with the finisher of MurmurHash3: not a secret, only a shuffle.
 */
export function shuffleKey(voterId: string, entryId: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${voterId}/${entryId}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The order in which entries that wait for the same voter come: those handed first, then the voter's own shuffle. */
export function firstInHand(hand: readonly { entryId: string; handedAt: string }[], voterId: string): string | null {
  const [first] = hand.toSorted((a, b) =>
    a.handedAt === b.handedAt
      ? shuffleKey(voterId, a.entryId) - shuffleKey(voterId, b.entryId)
      : a.handedAt < b.handedAt
        ? -1
        : 1,
  )
  return first?.entryId ?? null
}
