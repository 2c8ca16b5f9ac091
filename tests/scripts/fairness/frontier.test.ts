import { expect, test } from 'vitest'
import { SIZES } from '../../../scripts/benches/fairness/election.ts'
import { measureStuffing } from '../../../scripts/benches/fairness/quarantine.ts'
import { watchDuels, watchScores } from '../../../scripts/benches/fairness/watch.ts'

const [, small] = SIZES
const HARDEST = 'aged accounts over two weeks, as long as others’'

test('the frontier tells how much each rule finds and holds, and asks no more of a watcher than the attack shows', () => {
  for (const watch of [watchScores, watchDuels]) {
    const { frontier, quarantined, falseAlarms } = measureStuffing(watch, small, HARDEST, 3, 900)
    const [aside, six, four, three, two, one, client] = frontier
    expect(aside).toMatchObject({ stuffed: quarantined.value, honest: falseAlarms.value })
    for (const [strict, loose] of [
      [aside, six],
      [six, four],
      [three, two],
      [two, one],
      [one, client],
    ] as const) {
      expect(loose?.stuffed).toBeGreaterThanOrEqual(strict?.stuffed ?? 1)
      expect(loose?.honest).toBeGreaterThanOrEqual(strict?.honest ?? 1)
    }
    // Of twelve designs, four rivals: hardly a hired ballot met none.
    expect(one?.stuffed).toBeGreaterThan(0.8)
    expect(one?.honest).toBeLessThan(0.1)
  }
})
