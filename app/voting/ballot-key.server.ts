import { createHmac, randomBytes } from 'node:crypto'

/** 256 bits, as HMAC-SHA-256 wants them (RFC 2104, 3). */
const KEY_BYTES = 32

/** 128 bits: two voters of one contest share a name once in 10¹⁹ contests of a million. */
const NAME_HEX_DIGITS = 32

/** A voter's secret for one contest, drawn at their first score and destroyed with their account. */
export function newBallotKey(): string {
  return randomBytes(KEY_BYTES).toString('hex')
}

/** What the record calls the voter. Shown to nobody, not even to them: who knew it could sell their ballot. */
export function pseudonymOf(key: string, contestId: string): string {
  return named(key, `ballot ${contestId}`)
}

/** What the voter may show: it is in the list of the ballots of the contest, and tells nothing of what is on theirs. */
export function receiptOf(key: string, contestId: string): string {
  return named(key, `receipt ${contestId}`)
}

function named(key: string, purpose: string): string {
  return createHmac('sha256', key).update(purpose).digest('hex').slice(0, NAME_HEX_DIGITS)
}
