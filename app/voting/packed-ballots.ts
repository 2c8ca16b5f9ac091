/**
 * Ballots in a few long arrays: a million scores as objects would take longer to make than to count. Ballot b's scores lie from
 * `starts[b]` up to `starts[b + 1]`.
 */
export interface PackedBallots {
  /** One more than there are ballots. */
  starts: Int32Array
  /** Of each score the place of its entry in the list of entries. */
  entries: Int32Array
  values: Uint8Array
  /** Of each ballot how many standing entries the queue handed the voter, passed ones too; counts as no fewer than were scored. */
  handed: Int32Array
}

/** A ballot, its voter left out: the count needs none. */
export interface LooseBallot {
  scores: readonly { entryId: string; value: number }[]
  handed?: number
}

export function countOf({ handed }: PackedBallots): number {
  return handed.length
}

/** Throws on a score for an entry that is not in `entryIds`: leaving it out is the caller's decision. */
export function packBallots(entryIds: readonly string[], ballots: readonly LooseBallot[]): PackedBallots {
  const numbers = new Map(entryIds.map((entryId, number) => [entryId, number]))
  const scores = ballots.reduce((sum, ballot) => sum + ballot.scores.length, 0)
  const packed = emptyBallots(ballots.length, scores)
  let at = 0
  ballots.forEach(({ scores, handed = 0 }, ballot) => {
    for (const { entryId, value } of scores) {
      const number = numbers.get(entryId)
      if (number === undefined) throw new Error(`a ballot scores ${entryId}, which does not stand in the contest`)
      packed.entries[at] = number
      packed.values[at] = value
      at += 1
    }
    packed.starts[ballot + 1] = at
    packed.handed[ballot] = handed
  })
  return packed
}

/** Those of the ballots that `isChosen` says, in their order. */
export function chooseBallots(from: PackedBallots, isChosen: (ballot: number) => boolean): PackedBallots {
  const chosen: number[] = []
  let scores = 0
  for (let ballot = 0; ballot < countOf(from); ballot += 1) {
    if (!isChosen(ballot)) continue
    chosen.push(ballot)
    scores += scoresOf(from, ballot)
  }
  if (chosen.length === countOf(from)) return from
  const packed = emptyBallots(chosen.length, scores)
  let at = 0
  chosen.forEach((ballot, index) => {
    const [start, end] = [from.starts[ballot] ?? 0, from.starts[ballot + 1] ?? 0]
    packed.entries.set(from.entries.subarray(start, end), at)
    packed.values.set(from.values.subarray(start, end), at)
    at += end - start
    packed.starts[index + 1] = at
    packed.handed[index] = from.handed[ballot] ?? 0
  })
  return packed
}

export function scoresOf({ starts }: PackedBallots, ballot: number): number {
  return (starts[ballot + 1] ?? 0) - (starts[ballot] ?? 0)
}

export function emptyBallots(ballots: number, scores: number): PackedBallots {
  return {
    starts: new Int32Array(ballots + 1),
    entries: new Int32Array(scores),
    values: new Uint8Array(scores),
    handed: new Int32Array(ballots),
  }
}
