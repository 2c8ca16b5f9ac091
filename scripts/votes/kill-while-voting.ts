import { setTimeout } from 'node:timers/promises'
import type { ScratchSite } from '../scratch-site.ts'
import { type Acknowledged, type Crowd, vote } from './crowd.ts'
import { type RecordReport, readRecord } from './read-record.ts'

export const CLIENTS = 8
/** After so many scores of a round the server is killed, within a moment that is as long as a few commits. */
const SCORES_A_ROUND = 100
const KILL_WITHIN_MS = 40

export interface KillReport extends RecordReport {
  rounds: number
  acknowledged: number
  /** From the start of the next server to its first answer, in milliseconds, sorted. */
  readyMs: number[]
}

/** Has the server killed in the middle of eight clients' scores, again and again, and looks at what is kept. */
export async function killWhileVoting(
  site: ScratchSite & { prepared: Crowd },
  { rounds, onRound }: { rounds: number; onRound?: (round: number) => void },
): Promise<KillReport> {
  const acknowledged: Acknowledged[] = []
  const readyMs: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    await voteUntilKilled(site, acknowledged)
    const from = performance.now()
    await site.startAgain()
    await fetch(`${site.config.publicOrigin}/healthz`).then((answer) => answer.arrayBuffer())
    readyMs.push(Math.round(performance.now() - from))
    onRound?.(round)
  }
  const found = await readRecord(site.db, site.prepared.contestId, acknowledged)
  return { ...found, rounds, acknowledged: acknowledged.length, readyMs: readyMs.toSorted((a, b) => a - b) }
}

async function voteUntilKilled(site: ScratchSite & { prepared: Crowd }, acknowledged: Acknowledged[]): Promise<void> {
  const crowd = site.prepared
  const before = acknowledged.length
  let [dying, killed] = [false, false]
  let enough = () => {}
  const many = new Promise<void>((resolve) => {
    enough = resolve
  })
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const voters = crowd.voters.filter((_voter, at) => at % CLIENTS === client)
    const onTaken = (score: Acknowledged) => {
      acknowledged.push(score)
      if (acknowledged.length - before >= SCORES_A_ROUND) enough()
    }
    const details = { crowd, voters, going: () => !killed, onTaken }
    // What is cut off by the kill was not acknowledged; anything else is a fault.
    await vote(site.db, site.config.publicOrigin, details).catch((error: unknown) => {
      if (!dying) throw error
    })
  })
  const all = Promise.all(clients)
  await Promise.race([many, all])
  await setTimeout(Math.random() * KILL_WITHIN_MS)
  dying = true
  await site.kill()
  killed = true
  await all
}
