/**
 * What is kept of a picture to know it again: its lightness in 64 × 64 points, whatever its shape, and 256 bits of that. The bits are
 * those of PDQ, the hash Meta published in 2019 ("The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm"): the signs
 * against their median of the 16 × 16 lowest waves of the cosine transform. Unlike PDQ it does not blur first (the renditions are
 * already small), and of each picture only one hash is kept: turning, cutting and mirroring are tried on the picture that is looked up
 * (picture-views.ts). No package for Node knows more than a hash of 64 bits without turns or cuts, so this is our own.
 */

/** Raised when the same picture gives another fingerprint: those of an older version are not compared any more until made again. */
export const FINGERPRINT_VERSION = 1

export const FINGERPRINT_SIDE = 64
export const FINGERPRINT_POINTS = FINGERPRINT_SIDE * FINGERPRINT_SIDE
export const HASH_BITS = 256
const HASH_WORDS = HASH_BITS / 32
const WAVES = 16

/** Waves 1 to 16 of the cosine transform; wave 0 is the picture's mean lightness, which brightening changes. */
const COSINES = Float32Array.from({ length: WAVES * FINGERPRINT_SIDE }, (_, at) => {
  const [wave, point] = [Math.floor(at / FINGERPRINT_SIDE) + 1, at % FINGERPRINT_SIDE]
  return Math.cos(((2 * point + 1) * wave * Math.PI) / (2 * FINGERPRINT_SIDE))
})

/** The waves of a lightness plane, across by down. */
export function wavesOf(plane: Float32Array): Float32Array {
  const across = new Float32Array(WAVES * FINGERPRINT_SIDE)
  for (let wave = 0; wave < WAVES; wave++) {
    for (let row = 0; row < FINGERPRINT_SIDE; row++) {
      across[wave * FINGERPRINT_SIDE + row] = product(plane, row * FINGERPRINT_SIDE, wave * FINGERPRINT_SIDE)
    }
  }
  const waves = new Float32Array(WAVES * WAVES)
  for (let down = 0; down < WAVES; down++) {
    for (let wave = 0; wave < WAVES; wave++) {
      waves[down * WAVES + wave] = product(across, wave * FINGERPRINT_SIDE, down * FINGERPRINT_SIDE)
    }
  }
  return waves
}

function product(values: Float32Array, from: number, cosinesFrom: number): number {
  let sum = 0
  for (let point = 0; point < FINGERPRINT_SIDE; point++) {
    sum += (values[from + point] ?? 0) * (COSINES[cosinesFrom + point] ?? 0)
  }
  return sum
}

/** A mirrored picture has the same waves with every odd one across turned over, so it needs no second transform. */
export function mirrorWaves(waves: Float32Array): Float32Array {
  return waves.map((value, at) => (at % 2 === 0 ? -value : value))
}

/** The median falls on no wave but between two, so that an inverted picture has exactly the opposite bits. */
export function hashOf(waves: Float32Array): Uint32Array {
  const sorted = waves.slice().sort()
  const median = ((sorted[HASH_BITS / 2 - 1] ?? 0) + (sorted[HASH_BITS / 2] ?? 0)) / 2
  const hash = new Uint32Array(HASH_WORDS)
  waves.forEach((value, at) => {
    if (value > median) hash[at >> 5] = (hash[at >> 5] ?? 0) | (1 << (at & 31))
  })
  return hash
}

/** The lightness of points 0 to 255 around their mean, with a spread of 1: neither brightness nor contrast is left in it. */
export function evenOut(points: Uint8Array): Float32Array {
  let sum = 0
  let squares = 0
  for (const value of points) {
    sum += value
    squares += value * value
  }
  const mean = sum / points.length
  const spread = Math.sqrt(Math.max(1, squares / points.length - mean * mean))
  return Float32Array.from(points, (value) => (value - mean) / spread)
}

/** The bits as they are kept, the lowest byte first. */
function packHash(hash: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(HASH_WORDS * 4)
  const view = new DataView(bytes.buffer)
  hash.forEach((word, at) => {
    view.setUint32(at * 4, word, true)
  })
  return bytes
}

export function unpackHash(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: HASH_WORDS }, (_, word) => view.getUint32(word * 4, true))
}

/** What is kept of a picture's points. */
export function fingerprintHash(points: Uint8Array): Uint8Array {
  return packHash(hashOf(wavesOf(evenOut(points))))
}
