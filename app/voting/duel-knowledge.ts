import { forEachOrder, type Pair, PRIOR_DUELS, toldBy } from './bradley-terry-steps.ts'
import { aloneOf, type DuelModel, MILLION } from './duel-chances.ts'
import { THOUSAND } from './favour.ts'
import { divide } from './whole-numbers.ts'

/** What is known of each entry, in thousandths of a duel's information: the last formulas of bradley-terry.ts. */
export function knowledgeOf(model: DuelModel, pairs: readonly Pair[]): number[] {
  const sums = new Map<Pair, { sum: number; closeness: number }>()
  forEachOrder(model, pairs, (_first, _second, answers, { first, neither }, closeness, pair) => {
    const variance = divide(4 * MILLION * first + MILLION * neither - (2 * first + neither) ** 2, 4 * MILLION)
    const told = answers.reduce((sum, say) => sum + toldBy(say, closeness), 0)
    sums.set(pair, { sum: (sums.get(pair)?.sum ?? 0) + told * variance, closeness })
  })
  const known = [...sums].map(([{ a, b }, { sum, closeness }]) => ({ a, b, known: divide(sum, MILLION), closeness }))

  const own = model.worths.map((worth) => {
    const alone = aloneOf(worth)
    return divide(THOUSAND * PRIOR_DUELS * divide(alone * (MILLION - alone), MILLION), MILLION)
  })
  const inner = [...own]
  const swayed = [...own]
  for (const { a, b, known: told, closeness } of known) {
    for (const at of [a, b]) {
      inner[at] = (inner[at] ?? 0) + told
      swayed[at] = (swayed[at] ?? 0) + divide(told * closeness, MILLION)
    }
  }
  const knowledge = [...own]
  for (const { a, b, known: told } of known) {
    if (told === 0) continue
    const [ofA, ofB] = [inner[a] ?? 0, inner[b] ?? 0]
    knowledge[a] = (knowledge[a] ?? 0) + divide(told * (ofB - told), ofB)
    knowledge[b] = (knowledge[b] ?? 0) + divide(told * (ofA - told), ofA)
  }
  return knowledge.map((told, at) => Math.max(1, divide(told * (inner[at] ?? 0), Math.max(1, swayed[at] ?? 0))))
}
