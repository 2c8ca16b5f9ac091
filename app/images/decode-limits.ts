import type { PictureFormat } from './picture.ts'

/**
 * Time of the processor, not of the clock, that one picture may take: a busy machine refuses nothing that a quiet one takes. On two
 * cores of 2024 the largest pictures that the limits of picture.ts let in take 0.8 to 1.4 s, and an AVIF 0.1 s a megapixel.
 */
export const CPU_MS_MOST: Record<PictureFormat, number> = { jpeg: 1800, png: 1800, webp: 1800, avif: 3600 }

/** How a decoding child ends itself over a picture that takes more. */
export const OVER_CPU_LIMIT = 87

/** Why a child is no more. Only 'fell' may be a fault of a decoder: memory it was not given, or a hole in it. */
export interface DecoderDeath {
  why: 'over-cpu-limit' | 'over-deadline' | 'fell'
  code: number | null
  signal: string | null
}
