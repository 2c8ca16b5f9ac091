import { choosePair, type DuelCandidate, type OwnDuel } from '#app/voting/duel-queue.ts'
import { DUEL_VALUES } from '#app/voting/record.ts'
import type { Random } from './random.ts'
import { type Design, likingOf, scoreFor } from './taste.ts'
import type { CastDuel, CastDuels, Voter } from './voter.ts'

/** Of liking. Two designs that differ by less are the same to a person: of even designs, which stray by 1.5, a fifth of the duels. */
export const EVEN = 0.38
/** Of liking. What is shown first looks a little better. */
export const FIRST_HABIT = 0.1
/** Of liking. Who aims does so whatever the design is worth. */
const AIMED = 1000

interface Sitting {
  voter: Voter
  /** Index of a design → how much this voter likes it: drawn when they first meet it, so that they do not contradict themselves. */
  likings: Map<number, number>
  met: Map<string, number>
  own: OwnDuel[]
  duels: CastDuel[]
}

type Shown = DuelCandidate & { design: Design }

/** Lets all compare through our own queue of duels, minute by minute, many at once: as letVote does with scores. */
export function letDuel(designs: readonly Design[], voters: readonly Voter[], random: Random): CastDuels[] {
  const shown = designs.map(
    (design): Shown => ({
      ...{ entryId: design.id, design, shuffle: random.whole(2 ** 32) },
      met: 0,
      duels: 0,
      firsts: 0,
    }),
  )
  const byId = new Map(shown.map((one) => [one.entryId, one]))
  const compared = new Map<string, Map<string, number>>(shown.map(({ entryId }) => [entryId, new Map()]))
  const sittings = voters.map((voter): Sitting => ({ voter, likings: new Map(), met: new Map(), own: [], duels: [] }))
  const comings = new Map<number, Sitting[]>()
  let last = 0
  for (const sitting of sittings) comeAt(sitting.voter.arrives, sitting)
  for (let minute = 0; minute <= last; minute += 1) {
    for (const sitting of comings.get(minute) ?? []) {
      const { voter, met, own, likings, duels } = sitting
      const pair = choosePair(candidatesFor(met), own, (entryId) => compared.get(entryId) ?? new Map(), voter.id)
      const [first, second] = [byId.get(pair?.[0] ?? ''), byId.get(pair?.[1] ?? '')]
      if (!first || !second) continue
      hand(sitting, first, second)
      const answer = compareTwo(sitting, first.design, second.design, random)
      own.push({ first: first.entryId, second: second.entryId, value: answer?.value ?? null })
      if (answer) duels.push({ ...answer, first: first.design, second: second.design, minute })
      const so = { seen: new Set(likings.keys()), handed: own.length, given: duels.length }
      if (!voter.leaves(so)) comeAt(minute + voter.minutesALook, sitting)
    }
  }
  return sittings.map(({ voter, duels, met }) => ({ voter, duels, handed: met.size }))

  /** While two or more are left that this voter never met, those alone: as the site reads them (duel-pairs.server.ts). */
  function candidatesFor(met: ReadonlyMap<string, number>): readonly DuelCandidate[] {
    const unmet = shown.filter(({ entryId }) => !met.has(entryId))
    return unmet.length > 1 ? unmet : shown.map((one) => ({ ...one, met: met.get(one.entryId) ?? 0 }))
  }

  function comeAt(minute: number, sitting: Sitting): void {
    const those = comings.get(minute)
    if (those) those.push(sitting)
    else comings.set(minute, [sitting])
    last = Math.max(last, minute)
  }

  /** What all others were handed counts as far as it was a first look at one of the two (duel-queue.ts). */
  function hand({ met }: Sitting, first: Shown, second: Shown): void {
    const firstLook = !met.has(first.entryId) || !met.has(second.entryId)
    for (const { entryId } of [first, second]) met.set(entryId, (met.get(entryId) ?? 0) + 1)
    if (!firstLook) return
    first.firsts += 1
    for (const [one, rival] of [
      [first, second],
      [second, first],
    ] as const) {
      one.duels += 1
      const rivals = compared.get(one.entryId)
      rivals?.set(rival.entryId, (rivals.get(rival.entryId) ?? 0) + 1)
    }
  }
}

type Answered = Pick<CastDuel, 'value' | 'honest' | 'aimed'>

/** null passes: nothing to aim at, and whoever passes such scores passes such duels. */
function compareTwo(
  { voter, likings, duels }: Sitting,
  first: Design,
  second: Design,
  random: Random,
): Answered | null {
  const [ofFirst, ofSecond] = [first, second].map((design) => {
    const liking = likings.get(design.index) ?? likingOf(voter.person, design, random)
    likings.set(design.index, liking)
    const answer = voter.answer(design, scoreFor(voter.person, liking), duels.length)
    const worth = answer?.aimed ? (answer.value - 2.5) * AIMED : liking
    return { worth, passes: answer === null, honest: answer?.honest ?? false, aimed: answer?.aimed ?? false }
  })
  if (!ofFirst || !ofSecond) return null
  const aimed = ofFirst.aimed || ofSecond.aimed
  if (!aimed && (ofFirst.passes || ofSecond.passes)) return null
  const better = ofFirst.worth + (aimed ? 0 : FIRST_HABIT) - ofSecond.worth
  const value = Math.abs(better) < EVEN ? DUEL_VALUES.neither : better > 0 ? DUEL_VALUES.first : DUEL_VALUES.second
  return { value, honest: ofFirst.honest && ofSecond.honest, aimed }
}
