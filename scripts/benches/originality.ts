import type { BenchResult } from '../bench.ts'
import { ALTERATIONS } from './originality/alterations.ts'
import { measureCrowd } from './originality/crowd.ts'
import { plainRecall, printTables } from './originality/figures.ts'
import { judgeInShares } from './originality/shares.ts'

/** The thresholds were chosen on the designs from 1,000 on; none of these were looked at. */
const FIRST_UNSEEN = 500_000
const EACH_FAMILY = 14

/**
 * How many altered copies are found, and how many pictures of somebody else are taken for copies, by alteration and by family of
 * designs: each altered copy is looked up among all designs, as an upload is. `ours` is our recall; `floor` that of the plain 64-bit
 * hash which packages offer, allowed as many false alarms.
 */
export async function bench(options: string[]): Promise<BenchResult> {
  const { designs, judged } = await judgeInShares(FIRST_UNSEEN, Number(options[0] ?? EACH_FAMILY))
  console.log(`${designs} designs, ${ALTERATIONS.length} alterations of each`)
  const found = printTables(judged)
  const floor = plainRecall(judged, found.falseAlarms)
  const ratio = floor === 0 ? 0 : found.recall / floor
  return { name: 'originality', ours: found.recall, floor, ratio, ...found, ...(await measureCrowd()) }
}
