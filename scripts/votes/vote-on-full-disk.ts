import { setTimeout } from 'node:timers/promises'
import { findPlaceInQueue } from '#app/voting/exposures.server.ts'
import type { ScratchSite } from '../scratch-site.ts'
import { type Acknowledged, type Crowd, type CrowdVoter, sendScore, tasteOf } from './crowd.ts'
import { type RecordReport, readRecord } from './read-record.ts'
import type { SmallDisk } from './small-disk.ts'

/** Before and after the disk is full, and how often it must have said so in between. */
const SCORES = 200
const REFUSALS = 20
const TRIES_MOST = 4000
const RECOVERY_MS_MOST = 10_000
const PAUSE_MS = 50

export interface FullDiskReport extends RecordReport {
  acknowledged: number
  /** Answers on the full disk by their status. */
  answers: Record<number, number>
  /** Those with 503 and no Retry-After. */
  withoutWait: number
  /** From room on the disk to the first score that is taken; null when none was. */
  recoveredMs: number | null
}

/** Scores while the disk fills up, is full, and has room again; the server is never started anew. */
export async function voteOnFullDisk(
  site: ScratchSite & { prepared: Crowd },
  disk: SmallDisk,
): Promise<FullDiskReport> {
  const crowd = site.prepared
  const origin = site.config.publicOrigin
  const acknowledged: Acknowledged[] = []
  const turns = takeTurns(site, crowd)
  const give = async () => {
    const { voter, entryId } = await turns()
    const sent = await sendScore(origin, crowd, voter, entryId)
    if (sent.status === 200) acknowledged.push({ voterId: voter.id, entryId, value: tasteOf(voter.id, entryId) })
    return sent
  }
  while (acknowledged.length < SCORES) await give()
  await disk.fill()
  const answers: Record<number, number> = {}
  let withoutWait = 0
  for (let tries = 0; tries < TRIES_MOST && (answers[503] ?? 0) < REFUSALS; tries += 1) {
    const { status, retryAfter } = await give()
    answers[status] = (answers[status] ?? 0) + 1
    if (status === 503 && retryAfter === null) withoutWait += 1
  }
  await disk.empty()
  const recoveredMs = await timeToFirst(async () => (await give()).status === 200)
  const again = acknowledged.length + SCORES
  while (recoveredMs !== null && acknowledged.length < again) await give()
  const found = await readRecord(site.db, crowd.contestId, acknowledged)
  return { ...found, acknowledged: acknowledged.length, answers, withoutWait, recoveredMs }
}

/** Whoever still holds something gives the next score, one after the other. */
function takeTurns({ db }: ScratchSite, { contestId, voters }: Crowd) {
  let at = 0
  return async function next(): Promise<{ voter: CrowdVoter; entryId: string }> {
    for (let looked = 0; looked < voters.length; looked += 1) {
      const voter = voters[at % voters.length]
      at += 1
      if (!voter) break
      const { inHand } = await findPlaceInQueue(db, { contestId, voterId: voter.id })
      if (inHand) return { voter, entryId: inHand }
    }
    throw new Error('Nobody holds anything any more.')
  }
}

async function timeToFirst(attempt: () => Promise<boolean>): Promise<number | null> {
  const from = performance.now()
  while (performance.now() - from < RECOVERY_MS_MOST) {
    if (await attempt()) return Math.round(performance.now() - from)
    await setTimeout(PAUSE_MS)
  }
  return null
}
