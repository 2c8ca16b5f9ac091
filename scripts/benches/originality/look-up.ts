import { evenOut, fingerprintHash, wavesOf } from '#app/images/fingerprint.ts'
import { fingerprintPointsOf } from '#app/images/fingerprint-points.server.ts'
import type { Likeness } from '#app/images/likeness.ts'
import { beginSearch, HASH_DISTANCE_MOST, lookAgain, type NearSearch, nearestBits } from '#app/images/near-search.ts'
import { renditionSize, type Size } from '#app/images/picture.ts'
import { decodePixels, shrink } from '#app/images/picture-pixels.server.ts'
import { readHeader } from '#app/images/read-header.server.ts'

/** A picture as the database would know it, and besides by the plain hash it is measured against. */
export interface Known extends Size {
  points: Uint8Array
  hash: Uint8Array
  plain: boolean[]
}

/** By the steps of the decoding child, without the renditions that are shown. */
export async function known(file: Buffer): Promise<Known> {
  const header = await readHeader(file)
  const widest = header && (await decodePixels(file, header))
  if (!header || !widest) throw new Error('the bench made a picture that cannot be read')
  const { width, height } = header
  const points = await fingerprintPointsOf(await shrink(widest, renditionSize(header, '320.webp')))
  return { width, height, points, hash: fingerprintHash(points), plain: plainHash(points) }
}

export function searchOf({ points, width, height }: Known): NearSearch {
  return beginSearch(points, width / height)
}

export function likenessTo(search: NearSearch, { hash, points }: Known): Likeness | null {
  return nearestBits(search, hash) <= HASH_DISTANCE_MOST ? lookAgain(search, hash, points) : null
}

const PLAIN_WAVES = 8
const WAVES = 16

/** pHash: the signs of the 8 × 8 lowest waves against their median. One hash, compared as it is. */
function plainHash(points: Uint8Array): boolean[] {
  const waves = wavesOf(evenOut(points))
  const lowest = Array.from(waves).filter((_, at) => at % WAVES < PLAIN_WAVES && at < PLAIN_WAVES * WAVES)
  const median = lowest.toSorted((one, other) => one - other)[lowest.length / 2] ?? 0
  return lowest.map((value) => value >= median)
}

export function plainDistance(one: Known, other: Known): number {
  return one.plain.filter((bit, at) => bit !== other.plain[at]).length
}
