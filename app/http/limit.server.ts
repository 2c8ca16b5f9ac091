import { type AppLoadContext, data } from '@remix-run/node'
import { tryWriting } from '#db/try-writing.server.ts'
import type { Services } from './context.ts'
import type { RateLimitName } from './rate-limits.server.ts'
import type { Typed } from './read-form.server.ts'
import { inWords } from './refusals.ts'
import type { FormRefusal } from './respond.server.ts'

export type Spending = readonly [limit: RateLimitName, key: string]

/** Somebody has to wait. */
export interface Wait {
  seconds: number
  status: number
  sentence: string
}

/** Takes one go of each limit; null while all of them allow it. Every limit is spent even when one refuses. */
export async function spend(
  { limiter }: Pick<Services, 'limiter'>,
  spendings: readonly Spending[],
): Promise<Wait | null> {
  const waits = await Promise.all(spendings.map(([limit, key]) => limiter.spend(limit, key)))
  return waitInWords(Math.max(0, ...waits))
}

/**
 * Whether a letter that anybody can ask for may go to an address. Who asks too often uses up their own share of somebody's letters and
 * not the owner's; the caller then answers as it always does and writes nothing. Throws while nothing can be written at all: what the
 * letter needs is written once the answer has gone, and the answer must not promise it in vain, to nobody.
 */
export async function mayWriteTo(
  { db, limiter }: AppLoadContext,
  { recipient, from }: { recipient: string; from: string },
): Promise<boolean> {
  await tryWriting(db)
  if ((await limiter.spend('mailPerRecipientFrom', `${recipient} ${from}`)) > 0) return false
  return (await limiter.spend('mailPerRecipient', recipient)) === 0
}

/** Whether a go would be refused now, without taking it. */
export async function foresee({ limiter }: AppLoadContext, [limit, key]: Spending): Promise<Wait | null> {
  return waitInWords(await limiter.wait(limit, key))
}

function waitInWords(seconds: number): Wait | null {
  return seconds === 0 ? null : { seconds, ...inWords('too-many-tries', { minutes: Math.ceil(seconds / 60) }) }
}

/** The same as a form's refusal, with Retry-After. */
export async function overLimit(context: AppLoadContext, spendings: readonly Spending[], typed: Typed = {}) {
  const wait = await spend(context, spendings)
  return wait && waitRefused(wait, typed)
}

export function waitRefused({ seconds, status, sentence }: Wait, typed: Typed = {}) {
  const refusal: FormRefusal = { errors: { '': [sentence] }, typed }
  return data(refusal, { status, headers: { 'Retry-After': String(seconds) } })
}
