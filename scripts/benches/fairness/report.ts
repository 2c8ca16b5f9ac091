import { type Estimate, estimate, estimateGap, estimateShare } from './intervals.ts'
import { METHOD_NAMES, type Measured, type MethodName, PLAIN_NAMES } from './measure.ts'

const NAME_WIDTH = 22

export function printMeasured({ size, condition, found }: Measured): void {
  const runs = found.oracle.best.length
  console.log(`\n${condition}: ${size.designs} designs, ${size.voters} honest voters, ${runs} runs`)
  console.log(`${''.padEnd(NAME_WIDTH)}  best is first, %       regret, points        behind the oracle, points of %`)
  for (const name of METHOD_NAMES) {
    const { best, regret } = found[name]
    const cells = [
      inHundredths(estimateShare(best)),
      spelled(estimate(regret), 3),
      name === 'oracle' ? '' : inHundredths(estimateGap(found.oracle.best, best)),
    ]
    console.log(`${name.padEnd(NAME_WIDTH)}${cells.map((cell) => `  ${cell.padEnd(20)}`).join('')}`.trimEnd())
  }
}

/** What goes into the last line: shares, rounded to thousandths. */
export function figuresOf({ found }: Measured): Record<string, number> {
  return Object.fromEntries(METHOD_NAMES.map((name) => [name, rounded(estimateShare(found[name].best).value)]))
}

/** The strongest of what others do. */
export function bestPlain({ found }: Measured): { name: MethodName; share: number } {
  return PLAIN_NAMES.map((name) => ({ name, share: estimateShare(found[name].best).value })).reduce((a, b) =>
    b.share > a.share ? b : a,
  )
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
