import type { BenchResult } from '../bench.ts'
import { type Asked, readAsked } from './fairness/asked.ts'
import { CONDITIONS, type Condition, SIZES } from './fairness/election.ts'
import { estimateShare, meanOf } from './fairness/intervals.ts'
import { measure } from './fairness/measure.ts'
import { DUEL_CONDITIONS, measureDuels } from './fairness/measure-duels.ts'
import { measureStuffing, printStuffed, type Stuffed } from './fairness/quarantine.ts'
import { bestPlain, figuresOf, leadsOf, printMeasured, rounded, type WithOurs } from './fairness/report.ts'
import { type Stuffing, watchDuels, watchScores } from './fairness/watch.ts'

/** Stuffing is measured by the ballot, of which a run has hundreds. */
const SHARE_OF_RUNS_STUFFED = 0.2
/** A vote by duels takes as long to count as five by scores. */
const SHARE_OF_RUNS_BY_DUELS = 0.3
const STUFFED_BY_DUELS: readonly Stuffing[] = [
  'one office, ballots as long as others’',
  'rotating addresses, as long as others’',
  'aged accounts over two weeks, until the client',
  'aged accounts over two weeks, as long as others’',
]

/**
 * How often the truly best design comes first, by method, condition and size, in simulated contests whose truth is known:
 * `--runs N` for narrower intervals, `--size NAME`, `--condition NAME`, `--by scores` or `--by duels`, `--stuffing` for that alone, `--seed N` to begin with an election
 * that nobody has seen yet, `--training` for those that the rule was tuned on; then how much stuffing the signals find. All methods count
 * the same elections, so that our lead over each is told run by run (`leads`, with its 95 % interval). `ours` is the mean over all
 * conditions by scores (by duels, when only they are asked for) at the first size, `floor` the mean of the best of the plain methods in each;
 * of stuffing alone, `ours` is the share of the stuffed ballots that is put aside, over all ways, and `floor` all of them.
 *
 * Of the hardest way to stuff a vote, aged accounts whose ballots are as long as others', the frontier is printed (frontier.ts): even who
 * was told the rivals finds three in four of them at a fifth of a per cent of the honest ballots, because the others met no rival.
 */
export async function bench(options: string[]): Promise<BenchResult> {
  const asked = readAsked(options)
  const scores = asked.by.includes('scores') ? byScores(asked) : { measured: [], stuffed: [] }
  const duels = asked.by.includes('duels')
    ? byDuels(asked, asked.by.length === 1 ? 1 : SHARE_OF_RUNS_BY_DUELS)
    : { measured: [], stuffed: [] }
  const all: WithOurs[] = [...scores.measured, ...duels.measured]
  const first = (scores.measured.length > 0 ? scores : duels).measured.filter(({ size }) => size === asked.sizes[0])
  const ways = [...scores.stuffed, ...duels.stuffed]
  const found = first.map((one) => estimateShare(one.found['ours, official'].best).value)
  const ours = meanOf(found.length > 0 ? found : ways.map(({ quarantined }) => quarantined.value))
  const floor = first.length > 0 ? meanOf(first.map((one) => bestPlain(one))) : 1
  const labelled = (figures: (one: WithOurs) => unknown) =>
    Object.fromEntries(all.map((one) => [`${one.size.name}, ${one.condition}`, figures(one)]))
  return {
    ...{ name: 'fairness', ours: rounded(ours), floor: rounded(floor), ratio: rounded(ours / floor) },
    ...{ shares: labelled(figuresOf), leads: labelled(leadsOf) },
    ...{ stuffed: stuffedFigures(scores.stuffed), stuffedByDuels: stuffedFigures(duels.stuffed) },
    frontier: { scores: frontierFigures(scores.stuffed), duels: frontierFigures(duels.stuffed) },
  }
}

interface Benched {
  measured: WithOurs[]
  stuffed: Stuffed[]
}

function byScores({ sizes, conditions, stuffings, runsOf, firstSeed }: Asked): Benched {
  const byScore = (Object.keys(CONDITIONS) as Condition[]).filter((condition) => conditions.includes(condition))
  const measured = sizes.flatMap((size) =>
    byScore.map((condition) => shown(measure(size, condition, Math.ceil(runsOf(size)), firstSeed))),
  )
  const stuffed = stuffings.flatMap((way) =>
    sizes.slice(0, 1).map((size) => {
      const runs = Math.ceil(runsOf(size) * SHARE_OF_RUNS_STUFFED)
      return measureStuffing(watchScores, size, way, runs, firstSeed)
    }),
  )
  if (stuffed.length > 0) printStuffed('scores', stuffed)
  return { measured, stuffed }
}

/** At one size: the first that was asked for. */
function byDuels({ sizes, conditions, stuffings, runsOf, firstSeed }: Asked, share: number): Benched {
  const [size = SIZES[0]] = sizes
  const runs = runsOf(size) * share
  const measured = DUEL_CONDITIONS.filter((condition) => conditions.includes(condition)).map((condition) =>
    shown(measureDuels(size, condition, Math.ceil(runs), firstSeed)),
  )
  const stuffed = STUFFED_BY_DUELS.filter((way) => stuffings.includes(way)).map((way) =>
    measureStuffing(watchDuels, size, way, Math.ceil(runs * SHARE_OF_RUNS_STUFFED), firstSeed),
  )
  if (stuffed.length > 0) printStuffed('duels', stuffed)
  return { measured, stuffed }
}

function shown(measured: WithOurs): WithOurs {
  printMeasured(measured)
  return measured
}

/** Of each way: the shares of the stuffed and of the honest ballots that are put aside, and of the runs in which the winner stays. */
function stuffedFigures(stuffed: readonly Stuffed[]): Record<string, number[]> {
  return Object.fromEntries(
    stuffed.map(({ stuffing, quarantined, falseAlarms, winnerKept }) => [
      stuffing,
      [quarantined, falseAlarms, winnerKept].map(({ value }) => rounded(value)),
    ]),
  )
}

/** Of the hardest way, by rule: the shares of the stuffed and of the honest ballots that it holds. */
function frontierFigures(stuffed: readonly Stuffed[]): Record<string, number[]> {
  const points = stuffed.at(-1)?.frontier ?? []
  return Object.fromEntries(points.map(({ rule, stuffed: found, honest }) => [rule, [found, honest].map(rounded)]))
}
