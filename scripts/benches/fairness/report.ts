import { type Estimate, estimate, estimateGap, estimateLead, estimateShare } from './intervals.ts'
import type { Found, Measured } from './measure.ts'

const NAME_WIDTH = 22

/** Our official count, which is held against every other method on the same elections. */
const OURS = 'ours, official'
export type WithOurs = Measured<typeof OURS>

export function printMeasured({ size, condition, found }: WithOurs): void {
  const ours = found[OURS]
  console.log(`\n${condition}: ${size.designs} designs, ${size.voters} honest voters, ${ours.best.length} runs`)
  console.log(
    `${''.padEnd(NAME_WIDTH)}  best is first, %       regret, points        ours ahead, points of %  ours ahead, regret`,
  )
  for (const [name, { best, regret }] of methodsOf(found)) {
    const cells = [inHundredths(estimateShare(best)).padEnd(21), spelled(estimate(regret), 3).padEnd(20)]
    if (name !== OURS)
      cells.push(inHundredths(estimateLead(ours.best, best)).padEnd(23), spelled(estimateGap(regret, ours.regret), 4))
    console.log(`${name.padEnd(NAME_WIDTH)}${cells.map((cell) => `  ${cell}`).join('')}`.trimEnd())
  }
}

/** What goes into the last line: shares, rounded to thousandths. */
export function figuresOf({ found }: WithOurs): Record<string, number> {
  return Object.fromEntries(methodsOf(found).map(([name, { best }]) => [name, rounded(estimateShare(best).value)]))
}

/** The same: how much more often than each other method our official count put the best first, and within what of it, at 95 %. */
export function leadsOf({ found }: WithOurs): Record<string, number[]> {
  return Object.fromEntries(
    methodsOf(found)
      .filter(([name]) => name !== OURS)
      .map(([name, { best }]) => {
        const { value, low, high } = estimateLead(found[OURS].best, best)
        return [name, [value, low, high].map(rounded)]
      }),
  )
}

function methodsOf(found: WithOurs['found']): [string, Found][] {
  return Object.entries(found)
}

/** The strongest of what others do: how often it puts the truly best first. */
export function bestPlain({ found }: WithOurs): number {
  const plain = methodsOf(found).filter(([name]) => name !== 'oracle' && !name.startsWith('ours'))
  return Math.max(...plain.map(([, { best }]) => estimateShare(best).value))
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function inHundredths({ value, low, high }: Estimate): string {
  return spelled({ value: value * 100, low: low * 100, high: high * 100 }, 1)
}

function spelled({ value, low, high }: Estimate, decimals: number): string {
  return `${value.toFixed(decimals)} (${low.toFixed(decimals)} to ${high.toFixed(decimals)})`
}
