import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { count } from '#db/seeds/drawings/drawing.ts'
import type { MadeDesign } from './designs.ts'
import type { Judged } from './figures.ts'
import type { Known } from './look-up.ts'

export type Kept = Omit<MadeDesign, 'file'> & Known

export interface ShareOrder {
  first: number
  each: number
  share: number
  shares: number
}

/** First all the designs it made, then what it judged of each; `at` is a design's place among all. */
export type ShareReport = { made: { at: number; kept: Kept }[] } | { at: number; judged: Judged[] }

/** Judges every altered copy of every design, in as many processes as there are cores. The same order whoever was quicker. */
export async function judgeInShares(first: number, each: number): Promise<{ designs: number; judged: Judged[] }> {
  const shares = Math.max(1, availableParallelism())
  const children = count(shares).map(() =>
    fork(new URL('./judge-share.ts', import.meta.url), { serialization: 'advanced' }),
  )
  const kept: Kept[] = []
  const judged: Judged[][] = []
  let waiting = shares
  await Promise.all(
    children.map((child, share) => {
      child.on('message', (report: ShareReport) => {
        if ('judged' in report) {
          judged[report.at] = report.judged
          return
        }
        for (const { at, kept: one } of report.made) kept[at] = one
        waiting -= 1
        if (waiting === 0) for (const other of children) other.send(kept)
      })
      child.send({ first, each, share, shares } satisfies ShareOrder)
      return ended(child)
    }),
  ).finally(() => {
    for (const child of children) child.kill()
  })
  return { designs: kept.length, judged: judged.flat() }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('a share of the bench ended early'))))
  })
}
