import { evenOut, HASH_BITS, hashOf, mirrorWaves, unpackHash, wavesOf } from './fingerprint.ts'
import { type Likeness, lookClosely, NEAR_DISTANCE_MOST, type Start } from './likeness.ts'
import { placed, placingOf, VIEWS } from './picture-views.ts'
import type { Plane } from './plane-agreement.ts'

/** A picture that is looked up, as the hashes of all the places where it may lie on a kept one. */
export interface NearSearch {
  plane: Plane
  starts: Start[]
  /** Eight words for each start. */
  hashes: Uint32Array
}

/** How many of the 256 bits may differ for a closer look; of unlike pictures one in thirty comes that near in some view. */
export const HASH_DISTANCE_MOST = 98
const WORDS = HASH_BITS / 32

/** Costs some dozens of milliseconds: nothing for a thread that serves pages. */
export function beginSearch(points: Uint8Array, aspect: number): NearSearch {
  const plane = { points: evenOut(points), aspect }
  const starts: Start[] = []
  const hashes = new Uint32Array(VIEWS.length * 2 * WORDS)
  for (const view of VIEWS) {
    const waves = wavesOf(placed(plane.points, placingOf(view, aspect), 'edge'))
    for (const mirrored of [false, true]) {
      hashes.set(hashOf(mirrored ? mirrorWaves(waves) : waves), starts.length * WORDS)
      starts.push({ view, mirrored })
    }
  }
  return { plane, starts, hashes }
}

/** The fewest bits by which any view of the picture differs from a kept hash, packed as it is stored. */
export function nearestBits({ hashes }: NearSearch, packed: Uint8Array): number {
  const kept = unpackHash(packed)
  let nearest = HASH_BITS
  for (let from = 0; from < hashes.length; from += WORDS) nearest = Math.min(nearest, bitsApart(hashes, from, kept))
  return nearest
}

/** The closer look at one whose hash came near; null when it is not like it after all. */
export function lookAgain(search: NearSearch, packed: Uint8Array, points: Uint8Array): Likeness | null {
  const kept = unpackHash(packed)
  const starts = search.starts
    .map((start, at) => ({ start, bits: bitsApart(search.hashes, at * WORDS, kept) }))
    .sort((one, other) => one.bits - other.bits)
    .map(({ start }) => start)
  const likeness = lookClosely(search.plane, evenOut(points), starts)
  return likeness && likeness.distance <= NEAR_DISTANCE_MOST ? likeness : null
}

/** A picture and its negative have opposite bits, and count as alike. */
function bitsApart(hashes: Uint32Array, from: number, kept: Uint32Array): number {
  let bits = 0
  for (let word = 0; word < WORDS; word++) {
    let rest = (hashes[from + word] ?? 0) ^ (kept[word] ?? 0)
    rest -= (rest >>> 1) & 0x55555555
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
    bits += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return bits > HASH_BITS / 2 ? HASH_BITS - bits : bits
}
