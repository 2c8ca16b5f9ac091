import type { PictureFormat } from './picture.ts'

/**
 * Time of the processor, not of the clock, that one picture may take: a busy machine refuses nothing that a quiet one takes. On two
 * cores of 2024 the largest pictures that the limits of picture.ts let in take 0.8 to 2.3 s (a progressive JPEG of full colour), and an
 * AVIF 0.1 s a megapixel. Twice that, for slower servers and cores that others work on: bombs are told by their headers and scans.
 */
export const CPU_MS_MOST: Record<PictureFormat, number> = { jpeg: 5000, png: 5000, webp: 5000, avif: 6000 }

/** How a decoding child ends itself over a picture that takes more. */
export const OVER_CPU_LIMIT = 87

/** Why a child is no more. Memory that it was not given counts only where it said so: all else that 'fell' may be a hole in a decoder. */
export interface DecoderDeath {
  why: 'over-cpu-limit' | 'over-deadline' | 'over-memory-cap' | 'fell'
  code: number | null
  signal: string | null
  /** The last line that it wrote, for the log. */
  lastWords: string
}

/** C++, V8, GLib and the system, each in its own words. */
const NO_MEMORY = /bad_alloc|out of memory|failed to allocate|cannot allocate memory/i

/** What is killed from outside is killed by the system, for memory. */
export function whyEnded(code: number | null, signal: string | null, words: string): DecoderDeath['why'] {
  if (code === OVER_CPU_LIMIT) return 'over-cpu-limit'
  return signal === 'SIGKILL' || NO_MEMORY.test(words) ? 'over-memory-cap' : 'fell'
}
