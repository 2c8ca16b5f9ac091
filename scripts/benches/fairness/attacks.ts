import { gateFor } from '#app/voting/gate.ts'
import { boughtFacts, type Disguise } from './account-facts.ts'
import { drawLooks, honestVoter, VOTING_MINUTES } from './crowd.ts'
import type { Random } from './random.ts'
import type { Design } from './taste.ts'
import type { Voter } from './voter.ts'

/** Attackers are told what nobody can know before the close: which designs are truly the best. */
const CLIENT_RANK_SHARE = 0.35
const RIVALS = 4

export interface Attack {
  accounts: number
  disguise: Disguise
  /** `full`: a ballot as long as others'. `client`: stays until it has met the client, too. `all`: sees every design. */
  until: 'full' | 'client' | 'all'
  /**
   * Scores what is neither client nor rival as an honest person would, or passes it once past the gate. `crowd`, in duels: answers as all
   * honest people together would, who know best, so that whoever trusts agreement trusts it more than them.
   */
  camouflage: boolean | 'crowd'
  /** Minutes over which the accounts come. */
  over: number
  clients?: number
}

export const IN_AN_EVENING = 240
export const SLOW_DRIP = VOTING_MINUTES

/** Whom an attack works for, and whom it sinks for it. */
export function aimsOf(designs: readonly Design[], count = 1): { clients: Set<Design>; rivals: Set<Design> } {
  const order = designs.toSorted((a, b) => b.expected - a.expected)
  const first = Math.round(designs.length * CLIENT_RANK_SHARE)
  return {
    clients: new Set(order.slice(first, first + count)),
    rivals: new Set(order.slice(0, Math.min(RIVALS, first))),
  }
}

export function attackers(random: Random, designs: readonly Design[], attack: Attack): Voter[] {
  const { clients, rivals } = aimsOf(designs, attack.clients)
  const begins = random.whole(Math.max(1, VOTING_MINUTES - attack.over))
  return Array.from({ length: attack.accounts }, (_, number) => {
    const voter = honestVoter(random, designs, 90_000 + number, attack.accounts)
    const gate = gateFor(designs.length)
    const enough = Math.max(gate, drawLooks(random, designs.length))
    return {
      ...voter,
      kind: 'bought',
      facts: boughtFacts(attack.disguise, random, number),
      arrives: begins + random.whole(attack.over),
      minutesALook: 1,
      cameFor: [...clients][0]?.index ?? null,
      answer: (shown, thought, given) => {
        const aim = clients.has(shown) ? 5 : rivals.has(shown) ? 0 : null
        if (aim === null && attack.camouflage === 'crowd') return { value: shown.expected, honest: false, aimed: true }
        if (aim === null && !attack.camouflage && given >= gate) return null
        return { value: aim ?? thought, honest: false, aimed: aim !== null }
      },
      leaves: ({ seen, given: scored }) =>
        attack.until !== 'all' &&
        scored >= enough &&
        (attack.until === 'full' || [...clients].every((client) => seen.has(client.index))),
    }
  })
}
