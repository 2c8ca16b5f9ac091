import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from '../bench.ts'
import { openConnection } from './vote/connection.ts'
import type { Served, Voter } from './vote/served-vote.ts'
import { askTimeSpent } from './vote/time-spent.ts'

/**
 * How many scores a second the running production server takes over HTTP with everything on (session, origin, phase, limits, queue,
 * record and its hash, each score on the disk before it is answered), against a bare `node:http` server that does one durable upsert
 * a request. The two take turns in one run on one machine. `ratio` is ours divided by the floor: more is better.
 *
 * `npm run bench -- vote [SCORES A ROUND] [CONNECTIONS]`
 */
const ROUNDS = 4
const ENTRIES = 60
/** What a patient voter gives; nobody comes near the limit of 300 acts in five minutes. */
const SCORES_A_VOTER = 20

export async function bench(options: string[]): Promise<BenchResult> {
  const [scoresARound = 4000, connections = 16] = options.map(Number)
  const folder = await mkdtemp(join(tmpdir(), 'placet-bench-vote-'))
  const children: ChildProcess[] = []
  const start = async <Said>(program: string, ...args: unknown[]) => {
    const path = fileURLToPath(new URL(`./vote/${program}`, import.meta.url))
    const child = fork(path, [folder, ...args.map(String)], { execArgv: ['--import', 'tsx'] })
    children.push(child)
    const said = await new Promise<Said>((resolve, reject) => {
      child.once('message', (first) => resolve(first as Said)).once('exit', () => reject(new Error(`${program} ended`)))
    })
    return { child, said }
  }
  try {
    const voters = Math.ceil((ROUNDS * scoresARound) / SCORES_A_VOTER / connections) * connections
    const [ourPort, barePort] = [4500 + Math.floor(Math.random() * 400), 4900 + Math.floor(Math.random() * 90)]
    const { child: server, said: served } = await start<Served>('served-vote.ts', ourPort, ENTRIES, voters)
    const { child: bareServer } = await start('bare-upsert.ts', barePort)
    const [before, bareBefore] = [await askTimeSpent(server), await askTimeSpent(bareServer)]
    const ours: Round[] = []
    const bare: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await postScores({ ...served, port: ourPort, connections, scores: scoresARound }))
      bare.push(await postScores({ ...served, port: barePort, connections, scores: scoresARound, keep: true }))
      console.log(`round ${round + 1}: ours ${perSecond([ours.at(-1)])}/s, bare ${perSecond([bare.at(-1)])}/s`)
    }
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
      coreMicrosecondsAScore: Math.round((((await askTimeSpent(server)) - before) * 1000) / delays.length),
      bareMicrosecondsAScore: Math.round((((await askTimeSpent(bareServer)) - bareBefore) * 1000) / delays.length),
    }
  } finally {
    for (const child of children) child.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Round {
  ms: number
  delaysMs: number[]
}

interface Crowd {
  port: number
  origin: string
  slug: string
  voters: Voter[]
  connections: number
  scores: number
  /** The bare server hands nothing: the voters stay where they are. */
  keep?: boolean
}

/** Each connection serves a share of the voters, one score of each in turn, as fast as it is answered. */
async function postScores({ port, origin, slug, voters, connections, scores, keep }: Crowd): Promise<Round> {
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

function perSecond(rounds: readonly (Round | undefined)[]): number {
  const scores = rounds.reduce((sum, round) => sum + (round?.delaysMs.length ?? 0), 0)
  const ms = rounds.reduce((sum, round) => sum + (round?.ms ?? 0), 0)
  return Math.round((scores * 1000) / ms)
}

function percentile(sorted: readonly number[], share: number): number {
  const at = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
  return Math.round(at * 10) / 10
}
