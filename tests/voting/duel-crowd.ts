import { choosePair, type DuelCandidate, type OwnDuel } from '#app/voting/duel-queue.ts'
import { type Chance, chanceFrom } from '../../scripts/elections/chance.ts'

export interface DuelCrowd {
  designs: number
  voters: number
  /** How many are in the middle of their ballots at any time. */
  atOnce: number
  /** How many duels somebody answers before they leave. */
  patience: (chance: Chance) => number
  /** Whether the first voters have a design of their own, which they are not shown. */
  own?: boolean
  /** Designs that come when a tenth of the voters have left: an upload begun before the deadline may finish after it. */
  late?: number
}

interface Voter {
  id: string
  own: OwnDuel[]
  met: Map<string, number>
  left: number
  mine: string
}

type Shown = Pick<DuelCandidate, 'entryId' | 'duels' | 'firsts' | 'shuffle'>

/**
 * A crowd that works the queue of duels, one duel of a voter drawn by chance after the other, without a database.
 *
 * @returns the greatest spread of duels (first looks, as the queue counts them) there ever was, the one in the end, and how far sides ever were off
 */
export function workTheQueue(crowd: DuelCrowd, seed: number): { spread: number; end: number; sides: number } {
  const chance = chanceFrom(seed)
  const designs: Shown[] = []
  const enter = (count: number) => {
    for (let at = 0; at < count; at += 1)
      designs.push({ entryId: `design ${designs.length}`, duels: 0, firsts: 0, shuffle: chance.whole(2 ** 32) })
  }
  enter(crowd.designs)
  const compared = new Map<string, Map<string, number>>()
  const waiting = Array.from({ length: crowd.voters }, (_, at): Voter => {
    const mine = crowd.own ? (designs[at]?.entryId ?? '') : ''
    return { id: `voter ${at} of ${seed}`, own: [], met: new Map(), left: crowd.patience(chance), mine }
  })
  let here = waiting.splice(0, crowd.atOnce)
  let worst = { spread: 0, sides: 0 }
  let gone = 0
  while (here.length > 0) {
    const voter = chance.one(here)
    const pair = voter.left > 0 ? nextFor(voter) : null
    if (pair) show(voter, pair)
    else {
      gone += 1
      here = [...here.filter((one) => one !== voter), ...waiting.splice(0, 1)]
      if (gone === Math.floor(crowd.voters / 10)) enter(crowd.late ?? 0)
    }
  }
  return { ...worst, end: spreadNow() }

  function nextFor({ id, own, met, mine }: Voter) {
    const candidates = designs
      .filter(({ entryId }) => entryId !== mine)
      .map((design) => ({ ...design, met: met.get(design.entryId) ?? 0 }))
    return choosePair(candidates, own, (entryId) => compared.get(entryId) ?? new Map(), id)
  }

  function show(voter: Voter, pair: [string, string]): void {
    const firstLook = pair.some((entryId) => !voter.met.has(entryId))
    for (const entryId of pair) voter.met.set(entryId, (voter.met.get(entryId) ?? 0) + 1)
    voter.left -= 1
    voter.own.push({ first: pair[0], second: pair[1], value: chance.whole(3) })
    if (!firstLook) return
    for (const [at, entryId] of pair.entries()) {
      const design = designs.find((one) => one.entryId === entryId)
      if (!design) continue
      design.duels += 1
      if (at === 0) design.firsts += 1
      const rivals = compared.get(entryId) ?? new Map<string, number>()
      const rival = pair[1 - at] ?? ''
      compared.set(entryId, rivals.set(rival, (rivals.get(rival) ?? 0) + 1))
    }
    const sides = Math.max(...designs.map(({ duels, firsts }) => Math.abs(2 * firsts - duels)))
    worst = { spread: Math.max(worst.spread, spreadNow()), sides: Math.max(worst.sides, sides) }
  }

  function spreadNow(): number {
    const duels = designs.map((design) => design.duels)
    return Math.max(...duels) - Math.min(...duels)
  }
}
