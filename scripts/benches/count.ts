import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { settleMode } from '#app/config.server.ts'
import type { BenchResult } from '../bench.ts'
import { compileMessages } from '../compile-messages.ts'
import type { ScratchSite } from '../scratch-site.ts'
import type { ServedVote, ServedVotes } from './count/served-votes.ts'
import type { TimedCount } from './count/time-count.ts'

/**
 * How long our count of a million scores for two thousand designs takes, from the record to the official standings, divided by SQLite's
 * own `SELECT entry_id, avg(value) FROM score GROUP BY entry_id` on the same scores, as the app keeps them (by voter, so that SQLite
 * sorts) and in a table kept by entry; by turns in one run on one machine, the medians.
 * Then how pages are answered by the running production server: in a vote of a thousand scores and in one of a million, and while the
 * large one is frozen, closed and counted.
 *
 * `npm run bench -- count [SCORES] [ENTRIES]`; needs a build
 */
const FEW_SCORES = 1000
const ASKED_PER_PAGE = 40
const CONNECTIONS = 4

/** How often it is asked whether the vote is counted. */
const LOOK_EVERY_MS = 50

export async function bench(options: string[]): Promise<BenchResult> {
  const [scores = 1_000_000, entries = 2000] = options.map(Number)
  settleMode('production')
  await compileMessages()
  // Only now: they stand on the messages, which a fresh clone does not have yet.
  const { openScratchSite } = await import('../scratch-site.ts')
  const { fillVotes } = await import('./count/served-votes.ts')
  const site = await openScratchSite((db, config) => fillVotes(db, config, { entries, scores, few: FEW_SCORES }), {
    settings: { TRUSTED_PROXY_HOPS: '1' },
  })
  try {
    const { databaseFile, publicOrigin: origin } = site.config
    const timed = await timeCount(databaseFile, site.prepared.large.contestId)
    const pages = await comparePages(origin, site.prepared, (slug) => [`/contests/${slug}`, `/contests/${slug}/vote`])
    const whileCounting = await askWhileCounting(site)
    const afterwards = await comparePages(origin, site.prepared, (slug) => [`/contests/${slug}/result`])
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
    await site.stop()
  }
}

/** In a process of its own, so that neither the bench nor the server takes part. */
async function timeCount(databaseFile: string, contestId: string): Promise<TimedCount> {
  const program = fileURLToPath(new URL('./count/time-count.ts', import.meta.url))
  const child = fork(program, [databaseFile, contestId], { execArgv: ['--import', 'tsx'] })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('Nothing was timed.')))
  const [timed] = await Promise.race([once(child, 'message'), ended])
  ended.catch(() => undefined)
  return timed
}

/** The medians of the little and of the large vote, page by page. */
async function comparePages(origin: string, served: ServedVotes, paths: (slug: string) => string[]) {
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
async function askWhileCounting({ db, config, prepared }: ScratchSite & { prepared: ServedVotes }) {
  const { contestId, slug, cookie } = prepared.large
  const isCounted = async () =>
    (await db.selectFrom('tally').select('countedAt').where('contestId', '=', contestId).executeTakeFirst()) !==
    undefined
  const delays: number[] = []
  let counted = false
  const from = performance.now()
  await db.updateTable('contest').set({ votingClosesAt: new Date().toISOString() }).execute()
  const paths = ['/', `/contests/${slug}`, `/contests/${slug}/result`, `/contests/${slug}/log`]
  const asking = Array.from({ length: CONNECTIONS }, async (_, connection) => {
    for (let asked = connection; !counted; asked += 1)
      delays.push(await timeOf(config.publicOrigin + (paths[asked % paths.length] ?? ''), cookie))
  })
  while (!(await isCounted())) await wait(LOOK_EVERY_MS)
  counted = true
  const closedToCountedMs = Math.round(performance.now() - from)
  await Promise.all(asking)
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
