import { parseArgs } from 'node:util'
import type { BenchResult } from '../bench.ts'
import { CONDITIONS, type Condition, SIZES } from './fairness/election.ts'
import { estimateShare, meanOf } from './fairness/intervals.ts'
import { type Measured, measure } from './fairness/measure.ts'
import { measureStuffing, printStuffed, STUFFINGS, type Stuffing } from './fairness/quarantine.ts'
import { bestPlain, figuresOf, printMeasured, rounded } from './fairness/report.ts'

/** The rule was tuned on seeds from 1 on; none from here on were looked at until it stood. */
const FIRST_UNSEEN = 1_000_000
const FIRST_TRAINING = 1
const RUNS = 90
/** A large contest takes as long as ten of the reference size. */
const SHARE_OF_RUNS = { reference: 1, small: 2, large: 0.05 }
/** Stuffing is measured by the ballot, of which a run has hundreds. */
const SHARE_OF_RUNS_STUFFED = 0.2

/**
 * How often the truly best design comes first, by method, condition and size, in simulated contests whose truth is known:
 * `--runs N` for narrower intervals, `--size NAME`, `--condition NAME`, `--training` for the seeds that the rule was tuned on; then
 * how much stuffing the signals find. `ours` is
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
  const [size = SIZES[0]] = sizes
  const runs = Math.ceil(Number(values.runs) * SHARE_OF_RUNS_STUFFED)
  const ways = values.condition ? [] : (Object.keys(STUFFINGS) as Stuffing[])
  const stuffed = ways.map((way) => measureStuffing(size, way, runs, firstSeed))
  printStuffed(stuffed)
  const first = all.filter((measured) => measured.size === size)
  const ours = meanOf(first.map(({ found }) => estimateShare(found['ours, official'].best).value))
  const floor = meanOf(first.map((measured) => bestPlain(measured).share))
  return {
    ...{ name: 'fairness', ours: rounded(ours), floor: rounded(floor), ratio: rounded(ours / floor) },
    shares: Object.fromEntries(all.map((one) => [`${one.size.name}, ${one.condition}`, figuresOf(one)])),
    stuffed: Object.fromEntries(
      stuffed.map(({ stuffing, quarantined, falseAlarms, winnerKept }) => [
        stuffing,
        [quarantined, falseAlarms, winnerKept].map(({ value }) => rounded(value)),
      ]),
    ),
  }
}
