import { z } from 'zod'

/**
 * The proof of work that a ballot begins with under attack: a number for which PBKDF2-HMAC-SHA-256 of the challenge, salted with it,
 * begins with WORK_BITS zero bits (after Back 2002, hashcash; PBKDF2 because browsers have it native, so that whoever attacks with
 * their own program gains little over whoever votes with a browser). Some 128 tries: about a second, a few on an old phone. Checking it is one.
 */
export const WORK_BITS = 7
export const WORK_ITERATIONS = 10_000

/** Without JavaScript, or where the browser has no WebCrypto, a wait does as well. */
export const WAIT_SECONDS = 60
/** A challenge is good for so long. */
export const CHALLENGE_MINUTES = 30

/** Under attack an account this young, from an address from which so many as young have voted, is asked for a proof. */
export const YOUNG_DAYS = 7
export const CROWD_VOTERS = 10

const DIGEST_BITS = 256

/** What the form that begins a ballot carries. */
export const proofFormSchema = z.object({
  challenge: z.string().max(300).default(''),
  solution: z.string().max(12).default(''),
})
export type ProofForm = z.output<typeof proofFormSchema>

export function isSolution(text: string): boolean {
  return /^\d{1,9}$/.test(text)
}

export function hasEnoughZeros(digest: Uint8Array): boolean {
  return (digest[0] ?? 255) >> (8 - WORK_BITS) === 0
}

/** Tries numbers from 0 until one will do. Leaves the page free: each try is the browser's own work beside it. Throws where aborted. */
export async function solveWork(challenge: string, signal?: AbortSignal): Promise<string> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', text.encode(challenge), 'PBKDF2', false, ['deriveBits'])
  for (let number = 0; ; number += 1) {
    signal?.throwIfAborted()
    const salt = text.encode(String(number))
    const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: WORK_ITERATIONS }
    if (hasEnoughZeros(new Uint8Array(await crypto.subtle.deriveBits(method, key, DIGEST_BITS)))) return String(number)
  }
}
