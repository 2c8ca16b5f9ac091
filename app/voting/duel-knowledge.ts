import { forEachOrder, type Pair, PRIOR_DUELS, sayOf } from './bradley-terry-steps.ts'
import { aloneOf, type DuelModel, MILLION } from './duel-chances.ts'
import { THOUSAND } from './favour.ts'
import { divide } from './whole-numbers.ts'

/** What is known of each entry, in thousandths of a duel's information: the last formulas of bradley-terry.ts. */
export function knowledgeOf(model: DuelModel, pairs: readonly Pair[]): number[] {
  const sums = new Map<Pair, number>()
  forEachOrder(model, pairs, (_first, _second, answers, { first, neither }, pair) => {
    const variance = divide(4 * MILLION * first + MILLION * neither - (2 * first + neither) ** 2, 4 * MILLION)
    sums.set(pair, (sums.get(pair) ?? 0) + sayOf(answers) * variance)
  })
  const known = [...sums].map(([{ a, b }, sum]) => ({ a, b, known: divide(sum, MILLION) }))

  const own = model.worths.map((worth) => {
    const alone = aloneOf(worth)
    return divide(THOUSAND * PRIOR_DUELS * divide(alone * (MILLION - alone), MILLION), MILLION)
  })
  const inner = [...own]
  for (const { a, b, known: told } of known) {
    inner[a] = (inner[a] ?? 0) + told
    inner[b] = (inner[b] ?? 0) + told
  }
  const knowledge = [...own]
  for (const { a, b, known: told } of known) {
    if (told === 0) continue
    const [ofA, ofB] = [inner[a] ?? 0, inner[b] ?? 0]
    knowledge[a] = (knowledge[a] ?? 0) + divide(told * (ofB - told), ofB)
    knowledge[b] = (knowledge[b] ?? 0) + divide(told * (ofA - told), ofA)
  }
  return knowledge.map((told) => Math.max(1, told))
}
