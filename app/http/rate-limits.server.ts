import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 60 * MINUTE_SECONDS
const DAY_SECONDS = 24 * HOUR_SECONDS

/**
 * How often one key (an account, a person's id, an address) may do a thing. An address may be a whole school or office,
 * so those limits are wide. What strangers can spend for somebody is counted per stranger (`…From`: what it is about, with the
 * address it comes from), so that nobody keeps the owner out; the same without `From` is far wider, against many addresses at once.
 */
export const RATE_LIMITS = {
  signInPerAccountFrom: { points: 10, duration: 15 * MINUTE_SECONDS },
  /** NIST SP 800-63B-4, 3.2.2: no more than 100 failures in a row. */
  signInPerAccount: { points: 100, duration: HOUR_SECONDS },
  signInPerAddress: { points: 60, duration: 15 * MINUTE_SECONDS },
  /** One's own password, asked again of somebody who is signed in or has read the letter. */
  passwordPerPerson: { points: 10, duration: 15 * MINUTE_SECONDS },
  joinPerAddress: { points: 20, duration: HOUR_SECONDS },
  mailPerRecipientFrom: { points: 5, duration: HOUR_SECONDS },
  mailPerRecipient: { points: 50, duration: HOUR_SECONDS },
  mailPerAddress: { points: 30, duration: HOUR_SECONDS },
  /** Every try counts, taken or refused: six pictures an entry leave room for many of both. */
  uploadPerPerson: { points: 240, duration: HOUR_SECONDS },
  uploadPerPersonInContest: { points: 600, duration: DAY_SECONDS },
  /** The first of an hour, in one contest, which no crowd can take from anybody: three entries and as many tries again, and more. */
  uploadPerPersonUncounted: { points: 60, duration: HOUR_SECONDS },
  /** Of all further ones together, against a few people with many tries. */
  uploadPerContest: { points: 3000, duration: HOUR_SECONDS },
  /** Half a gigabyte each. */
  productionFilePerPerson: { points: 10, duration: HOUR_SECONDS },
  reportPerPerson: { points: 20, duration: HOUR_SECONDS },
  /** The votes of a contest: some hundred megabytes where a million voted. */
  votesPerAddress: { points: 30, duration: HOUR_SECONDS },
  exportPerPerson: { points: 10, duration: HOUR_SECONDS },
  /** Of all acts in the booth: a school hall of a hundred, each as fast as one can look, stays under it; a machine does not. */
  ballotPerAddress: { points: 3000, duration: 5 * MINUTE_SECONDS },
  /** A tablet that goes round a family has room for two at their fastest. */
  ballotPerDevice: { points: 600, duration: 5 * MINUTE_SECONDS },
  /** Ballots that begin with a wait instead of a proof of work, tries included. */
  waitPerAddress: { points: 20, duration: HOUR_SECONDS },
  writePerPerson: { points: 300, duration: 5 * MINUTE_SECONDS },
} as const

export type RateLimitName = keyof typeof RATE_LIMITS

export type Limiter = {
  /** Takes one go. Returns 0 when it is allowed, else how many whole seconds to wait (for Retry-After). */
  spend(limit: RateLimitName, key: string): Promise<number>
  /** Takes nothing: how many seconds the next go would have to wait, or 0. For work that is best not begun. */
  wait(limit: RateLimitName, key: string): Promise<number>
  /** Forgets what a key has spent, as after a right password. */
  forgive(limit: RateLimitName, key: string): Promise<void>
}

/** Counts in this process's memory, which is enough for the one process that serves; a restart forgets. */
export function createLimiter(): Limiter {
  const counters = new Map(
    Object.entries(RATE_LIMITS).map(([name, limit]) => [name, new RateLimiterMemory({ keyPrefix: name, ...limit })]),
  )
  return {
    async spend(limit, key) {
      try {
        await counters.get(limit)?.consume(key.toLowerCase())
        return 0
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsUntilNext(refusal)
        throw refusal
      }
    },
    async wait(limit, key) {
      const spent = await counters.get(limit)?.get(key.toLowerCase())
      return spent && spent.consumedPoints >= RATE_LIMITS[limit].points ? secondsUntilNext(spent) : 0
    },
    async forgive(limit, key) {
      await counters.get(limit)?.delete(key.toLowerCase())
    },
  }
}

function secondsUntilNext({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}
