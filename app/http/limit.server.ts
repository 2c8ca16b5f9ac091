import { type AppLoadContext, data } from '@remix-run/node'
import type { RateLimitName } from './rate-limits.server.ts'
import type { Typed } from './read-form.server.ts'
import { inWords } from './refusals.ts'
import type { FormRefusal } from './respond.server.ts'

type Spending = readonly [limit: RateLimitName, key: string]

/**
 * Takes one go of each limit. null while all of them allow it, else the form's refusal, with Retry-After. Every limit is spent even
 * when one refuses: those who go on trying wait the longer.
 */
export async function overLimit({ limiter }: AppLoadContext, spendings: readonly Spending[], typed: Typed = {}) {
  const waits = await Promise.all(spendings.map(([limit, key]) => limiter.spend(limit, key)))
  const seconds = Math.max(0, ...waits)
  if (seconds === 0) return null
  const { status, sentence } = inWords('too-many-tries', { minutes: Math.ceil(seconds / 60) })
  const refusal: FormRefusal = { errors: { '': [sentence] }, typed }
  return data(refusal, { status, headers: { 'Retry-After': String(seconds) } })
}
