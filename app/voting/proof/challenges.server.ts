import { createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { VoterKey } from '../voters.server.ts'
import { CHALLENGE_MINUTES, hasEnoughZeros, isSolution, WORK_ITERATIONS } from './work.ts'

/** Of this process: a restart makes the challenges that are out worthless, and their owners are given others. */
const SECRET = randomBytes(32)
const MINUTE_MS = 60_000
const DIGEST_BYTES = 32
const derive = promisify(pbkdf2)

/** Bound to one voter in one contest, so that nobody can solve it for another or use it twice elsewhere. */
export function issueChallenge(voter: VoterKey, now: Date): string {
  const text = `${now.getTime()}.${randomBytes(12).toString('base64url')}`
  return `${text}.${sign(voter, text)}`
}

/** When it was issued; null for one that is forged, another's, or too old. */
export function readChallenge(challenge: string, voter: VoterKey, now: Date): Date | null {
  const [issued = '', random = '', signature = ''] = challenge.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(voter, `${issued}.${random}`))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const issuedAt = new Date(Number(issued))
  const ageMs = now.getTime() - issuedAt.getTime()
  return ageMs >= 0 && ageMs < CHALLENGE_MINUTES * MINUTE_MS ? issuedAt : null
}

/** Whether the work was done; some milliseconds of a thread beside the event loop. */
export async function isSolved(challenge: string, solution: string): Promise<boolean> {
  if (!isSolution(solution)) return false
  return hasEnoughZeros(await derive(challenge, solution, WORK_ITERATIONS, DIGEST_BYTES, 'sha256'))
}

function sign({ contestId, voterId }: VoterKey, text: string): string {
  return createHmac('sha256', SECRET).update(`${contestId} ${voterId} ${text}`).digest('base64url')
}
