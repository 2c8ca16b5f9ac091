import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from '../bench.ts'
import type { ServedCount, ServedVote } from './count/served-count.ts'
import type { TimedCount } from './count/time-count.ts'

/**
 * How long our count of a million scores for two thousand designs takes, from the record to the official standings, divided by SQLite's
 * own `SELECT entry_id, avg(value) FROM score GROUP BY entry_id` on the same scores, as the app keeps them (by voter, so that SQLite
 * sorts) and in a table kept by entry; by turns in one run on one machine, the medians.
 * Then how pages are answered by the running production server: in a vote of a thousand scores and in one of a million, and while the
 * large one is frozen, closed and counted.
 *
 * `npm run bench -- count [SCORES] [ENTRIES]`
 */
const FEW_SCORES = 1000
const ASKED_PER_PAGE = 40
const CONNECTIONS = 4

export async function bench(options: string[]): Promise<BenchResult> {
  const [scores = 1_000_000, entries = 2000] = options.map(Number)
  const folder = await mkdtemp(join(tmpdir(), 'placet-bench-count-'))
  const children: ChildProcess[] = []
  const start = async <Said>(program: string, ...args: unknown[]) => {
    const path = fileURLToPath(new URL(`./count/${program}`, import.meta.url))
    const child = fork(path, args.map(String), { execArgv: ['--import', 'tsx'] })
    children.push(child)
    const said = await new Promise<Said>((resolve, reject) => {
      child.once('message', (first) => resolve(first as Said)).once('exit', () => reject(new Error(`${program} ended`)))
    })
    return { child, said }
  }
  try {
    const port = 4500 + Math.floor(Math.random() * 400)
    const filledAt = performance.now()
    const { child: server, said: served } = await start<ServedCount>(
      'served-count.ts',
      folder,
      port,
      entries,
      scores,
      FEW_SCORES,
    )
    console.log(`${scores} scores written in ${Math.round((performance.now() - filledAt) / 1000)} s`)
    const { said: timed } = await start<TimedCount>('time-count.ts', served.databaseFile, served.large.contestId)
    const origin = `http://localhost:${port}`
    const pages = await comparePages(origin, served, (slug) => [`/contests/${slug}`, `/contests/${slug}/vote`])
    const whileCounting = await askWhileCounting(origin, server, served)
    const afterwards = await comparePages(origin, served, (slug) => [`/contests/${slug}/result`])
    const [ours, floor] = [median(timed.oursMs), median(timed.floorMs)]
    const floorByEntryMs = median(timed.floorByEntryMs)
    return {
      name: 'count',
      unit: 'ms',
      ours,
      floor,
      ratio: Math.round((ours / floor) * 100) / 100,
      floorByEntryMs,
      ratioByEntry: Math.round((ours / floorByEntryMs) * 100) / 100,
      readMs: median(timed.readMs),
      lookMs: timed.lookMs,
      scores,
      entries,
      ...whileCounting,
      pagesMs: { ...pages, ...afterwards },
    }
  } finally {
    for (const child of children) if (child.connected) child.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The medians of the little and of the large vote, page by page. */
async function comparePages(origin: string, served: ServedCount, paths: (slug: string) => string[]) {
  const compared: Record<string, { few: number; many: number }> = {}
  const ask = async (vote: ServedVote, at: number) => {
    const delays: number[] = []
    for (let asked = 0; asked < ASKED_PER_PAGE; asked += 1)
      delays.push(await timeOf(origin + (paths(vote.slug)[at] ?? ''), vote.cookie))
    return median(delays)
  }
  for (const [at, path] of paths('…').entries()) {
    compared[path] = { few: await ask(served.small, at), many: await ask(served.large, at) }
    console.log(`${path}: ${compared[path].few} ms with few scores, ${compared[path].many} ms with many`)
  }
  return compared
}

/** Asks pages from the moment of the close until the large vote is counted. */
async function askWhileCounting(origin: string, server: ChildProcess, { large }: ServedCount) {
  const delays: number[] = []
  let counted = false
  const from = performance.now()
  const ended = new Promise<number>((resolve) => {
    server.on('message', ({ msg, contestId }: { msg: string; contestId?: string }) => {
      console.log(`server: ${msg}`)
      if (contestId !== large.contestId) return
      counted = true
      resolve(performance.now() - from)
    })
  })
  server.send('close')
  const paths = ['/', `/contests/${large.slug}`, `/contests/${large.slug}/result`, `/contests/${large.slug}/log`]
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      for (let asked = connection; !counted; asked += 1)
        delays.push(await timeOf(origin + (paths[asked % paths.length] ?? ''), large.cookie))
    }),
  )
  const closedToCountedMs = Math.round(await ended)
  const sorted = delays.toSorted((a, b) => a - b)
  const [p50Ms, p99Ms, mostMs] = [0.5, 0.99, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return { closedToCountedMs, pagesAnswered: delays.length, p50Ms, p99Ms, mostMs }
}

async function timeOf(address: string, cookie: string): Promise<number> {
  const from = performance.now()
  const answer = await fetch(address, { headers: { Cookie: cookie, 'X-Forwarded-For': '10.0.0.1' } })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return Math.round((performance.now() - from) * 10) / 10
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10
}
