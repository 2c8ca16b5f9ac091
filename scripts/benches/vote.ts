import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { settleMode } from '#app/config.server.ts'
import type { BenchResult } from '../bench.ts'
import { compileMessages } from '../compile-messages.ts'
import type { CrowdVoter } from '../votes/crowd.ts'
import { openConnection } from './vote/connection.ts'
import { timeDisk } from './vote/time-disk.ts'

/**
 * How many scores a second the running production server takes over HTTP with everything on (session, origin, phase, limits, queue,
 * record and its hash, each score on the disk before it is answered), against a bare `node:http` server that does one durable upsert
 * a request. The two take turns in one run on one machine. Each round has voters of its own, who all begin and give as many scores; the
 * first ones, in which both programs warm up, are not counted. `ratio` is ours divided by the floor: more is better. What a commit costs
 * the floor is the disk's own time, which is told beside: where that is long, scores that share it gain, and where it is short, a core decides.
 *
 * `npm run bench -- vote [SCORES A ROUND] [CONNECTIONS]`
 */
const ROUNDS = 7
/** Until neither gets faster by being compiled further. */
const WARMING_UP = 3
const ENTRIES = 60
/** What a patient voter gives; nobody comes near the limit of 300 acts in five minutes. */
const SCORES_A_VOTER = 20

export async function bench(options: string[]): Promise<BenchResult> {
  const [scoresARound = 4000, connections = 16] = options.map(Number)
  const votersARound = Math.ceil(scoresARound / SCORES_A_VOTER / connections) * connections
  settleMode('production')
  await compileMessages()
  // Only now: they stand on the messages, which a fresh clone does not have yet.
  const { openScratchSite } = await import('../scratch-site.ts')
  const { openVote } = await import('../votes/crowd.ts')
  // As behind a proxy, so that voters come from addresses of their own: one alone is limited.
  const behind = { settings: { TRUSTED_PROXY_HOPS: '1', LOG_LEVEL: 'error' } }
  const site = await openScratchSite(
    (db, config) => openVote(db, config, { entries: ENTRIES, voters: ROUNDS * votersARound }),
    behind,
  )
  const bareServer = await startBare(dirname(site.config.databaseFile))
  try {
    const { publicOrigin: origin, port: ourPort } = site.config
    const crowd = { origin, connections, scores: scoresARound, slug: site.prepared.slug }
    const rounds: { ours: Round; bare: Round }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const voters = site.prepared.voters.slice(round * votersARound, (round + 1) * votersARound)
      const ours = await timed(site.pid(), postScores({ ...crowd, voters, port: ourPort }))
      const bare = await timed(bareServer.pid, postScores({ ...crowd, voters, port: bareServer.port, keep: true }))
      rounds.push({ ours, bare })
      const what = round < WARMING_UP ? 'warming up' : `round ${round}`
      console.log(`${what}: ours ${perSecond([ours])}/s, bare ${perSecond([bare])}/s`)
    }
    const counted = rounds.slice(WARMING_UP)
    const ours = counted.map((round) => round.ours)
    const bare = counted.map((round) => round.bare)
    const delays = ours.flatMap((round) => round.delaysMs).sort((a, b) => a - b)
    const [rate, floor] = [perSecond(ours), perSecond(bare)]
    return {
      name: 'vote',
      unit: 'scores a second',
      ours: rate,
      floor,
      ratio: Math.round((rate / floor) * 100) / 100,
      connections,
      scores: delays.length,
      p50Ms: percentile(delays, 0.5),
      p99Ms: percentile(delays, 0.99),
      mostMs: percentile(delays, 1),
      coreMicrosecondsAScore: coreMicroseconds(ours),
      bareMicrosecondsAScore: coreMicroseconds(bare),
      diskMicrosecondsACommit: timeDisk(dirname(site.config.databaseFile)),
    }
  } catch (error) {
    // Else what the server says of a score that it did not take would go with it.
    for (const fault of site.faults) console.error(fault)
    throw error
  } finally {
    bareServer.stop()
    await site.stop()
  }
}

async function startBare(folder: string): Promise<{ port: number; pid: number; stop: () => void }> {
  const program = fileURLToPath(new URL('./vote/bare-upsert.mjs', import.meta.url))
  const child = fork(program, [folder], { execArgv: [] })
  const [port] = await once(child, 'message')
  return { port: Number(port), pid: child.pid ?? 0, stop: () => child.disconnect() }
}

/** Of the system's clock for processes (USER_HZ, proc(5)). */
const TICKS_A_SECOND = 100

/** Milliseconds of a core that a process and its threads spent so far, whatever else the machine does; 0 where the system does not tell. */
function spentMs(pid: number): number {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 0
  // The name in brackets may have spaces; user and system time are the 12th and 13th word after it (proc(5)).
  const words = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return ((Number(words[11]) + Number(words[12])) * 1000) / TICKS_A_SECOND
}

interface Posted {
  ms: number
  delaysMs: number[]
}

interface Round extends Posted {
  /** Milliseconds of a core that the server spent meanwhile. */
  coreMs: number
}

async function timed(pid: number, posted: Promise<Posted>): Promise<Round> {
  const before = spentMs(pid)
  const round = await posted
  return { ...round, coreMs: spentMs(pid) - before }
}

function coreMicroseconds(rounds: readonly Round[]): number {
  const spent = rounds.reduce((sum, { coreMs }) => sum + coreMs, 0)
  return Math.round((spent * 1000) / rounds.reduce((sum, { delaysMs }) => sum + delaysMs.length, 0))
}

interface Crowd {
  port: number
  origin: string
  slug: string
  voters: CrowdVoter[]
  connections: number
  scores: number
  /** The bare server hands nothing: the voters stay where they are. */
  keep?: boolean
}

/** Each connection serves a share of the voters, one score of each in turn, as fast as it is answered. */
async function postScores({ port, origin, slug, voters, connections, scores, keep }: Crowd): Promise<Posted> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const delaysMs: number[] = []
  const startedAt = performance.now()
  await Promise.all(
    open.map(async (connection, index) => {
      const own = voters.filter((_, voter) => voter % connections === index)
      for (let sent = 0; sent < scores / connections; sent += 1) {
        const voter = own[sent % own.length]
        if (!voter) throw new Error('Too few voters.')
        const body = JSON.stringify({ entryId: voter.entryId, voterId: voter.id, score: String(sent % 6) })
        const from = performance.now()
        const address = `10.${index}.${sent % own.length}.1`
        const headers = { Origin: origin, Cookie: voter.cookie, 'X-Forwarded-For': address }
        const answer = await connection.post(`/contests/${slug}/vote/score`, headers, body)
        delaysMs.push(performance.now() - from)
        if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body}`)
        if (!keep) voter.entryId = JSON.parse(answer.body).entryId ?? voter.entryId
      }
    }),
  )
  const ms = performance.now() - startedAt
  for (const connection of open) connection.close()
  return { ms, delaysMs }
}

function perSecond(rounds: readonly Posted[]): number {
  const scores = rounds.reduce((sum, round) => sum + round.delaysMs.length, 0)
  const ms = rounds.reduce((sum, round) => sum + round.ms, 0)
  return Math.round((scores * 1000) / ms)
}

function percentile(sorted: readonly number[], share: number): number {
  const at = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
  return Math.round(at * 10) / 10
}
