import { parseArgs } from 'node:util'
import type { BenchResult } from '../bench.ts'
import { CONDITIONS, type Condition, SIZES } from './fairness/election.ts'
import { estimateShare, meanOf } from './fairness/intervals.ts'
import { type Measured, measure } from './fairness/measure.ts'
import { bestPlain, figuresOf, printMeasured, rounded } from './fairness/report.ts'

/** The rule was tuned on seeds from 1 on; none from here on were looked at until it stood. */
const FIRST_UNSEEN = 1_000_000
const FIRST_TRAINING = 1
const RUNS = 200
/** A large contest takes as long as ten of the reference size. */
const SHARE_OF_RUNS = { reference: 1, small: 2, large: 0.1 }

/**
 * How often the truly best design comes first, by method, condition and size, in simulated contests whose truth is known:
 * `--runs N` for narrower intervals, `--size NAME`, `--condition NAME`, `--training` for the seeds that the rule was tuned on. `ours` is
 * the mean over all conditions at the reference size, `floor` the mean of the best of the other methods in each.
 */
export async function bench(options: string[]): Promise<BenchResult> {
  const { values } = parseArgs({
    args: options,
    options: {
      runs: { type: 'string', default: String(RUNS) },
      size: { type: 'string' },
      condition: { type: 'string' },
      training: { type: 'boolean', default: false },
    },
  })
  const conditions = Object.keys(CONDITIONS).filter((name) => name === (values.condition ?? name)) as Condition[]
  const sizes = SIZES.filter(({ name }) => name === (values.size ?? name))
  const firstSeed = values.training ? FIRST_TRAINING : FIRST_UNSEEN
  const all: Measured[] = []
  for (const size of sizes) {
    const runs = Math.ceil(Number(values.runs) * SHARE_OF_RUNS[size.name])
    for (const condition of conditions) {
      const measured = measure(size, condition, runs, firstSeed)
      printMeasured(measured)
      all.push(measured)
    }
  }
  const first = all.filter(({ size }) => size.name === sizes[0]?.name)
  const ours = meanOf(first.map(({ found }) => estimateShare(found['ours, official'].best).value))
  const floor = meanOf(first.map((measured) => bestPlain(measured).share))
  return {
    ...{ name: 'fairness', ours: rounded(ours), floor: rounded(floor), ratio: rounded(ours / floor) },
    shares: Object.fromEntries(all.map((one) => [`${one.size.name}, ${one.condition}`, figuresOf(one)])),
  }
}
