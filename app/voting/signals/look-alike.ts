import type { JudgedBallot } from './judged-ballot.ts'
import { type Findings, groupBy, type Judged, type Signal, signalled } from './signal.ts'

/** Scores on the same entries, or answers on the same two. */
export const COMMON_SCORES = 8
export const SAME_PER_CENT = 90
/** Accounts of one day are compared with each other; a day on which more joined is compared in the order of their names. */
const COMPARED_MOST = 200

/** Accounts made on one day whose ballots are the same, nearly score by score or answer by answer. */
export function findLookAlikes({ ballots }: Judged): Findings {
  const found = new Map<number, Signal>()
  for (const group of groupBy(ballots, ({ facts }) => String(facts.ageDays))) {
    const values = group.slice(0, COMPARED_MOST).map((at) => ({ at, given: given(ballots[at]) }))
    for (const one of values) {
      const like = values.filter((other) => other !== one && areAlike(one.given, other.given))
      if (like.length === 0) continue
      const others = like.map(({ at }) => ballots[at]?.pseudonym ?? '')
      found.set(one.at, signalled('look-alike', like.length > 1 ? 3 : 2, { others }))
    }
  }
  return found
}

/** Scores by entry; duels by their two entries, whichever was shown first, with what was preferred. */
function given(ballot: JudgedBallot | undefined): Map<string, number | string> {
  const scores = (ballot?.scores ?? []).map(({ entryId, value }): [string, number] => [entryId, value])
  const duels = (ballot?.duels ?? []).map(({ first, second, value }): [string, string] => [
    [first, second].toSorted().join(' '),
    value === 0 ? first : value === 1 ? second : '',
  ])
  return new Map<string, number | string>([...scores, ...duels])
}

function areAlike(one: ReadonlyMap<string, number | string>, other: ReadonlyMap<string, number | string>): boolean {
  let [common, same] = [0, 0]
  for (const [entryId, value] of one) {
    const theirs = other.get(entryId)
    if (theirs === undefined) continue
    common += 1
    if (theirs === value) same += 1
  }
  return common >= COMMON_SCORES && same * 100 >= common * SAME_PER_CENT
}
