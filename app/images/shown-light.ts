import type { CodedColours } from './coded-colours.ts'

/** The light of white paper in a picture of high dynamic range, in candela a square metre (ITU-R BT.2408, 2.2). */
const WHITE_NITS = 203
/** What PQ counts in. */
const PQ_NITS = 10_000
/** Of the screen that HLG is made for (ITU-R BT.2100, table 5), and the gamma by which that screen shows it. */
const HLG_NITS = 1000
const HLG_SYSTEM_GAMMA = 1.2
/** Up to here, as a part of white, light is left as it is; above, all that is brighter is brought in below white. */
const KNEE = 0.5

/** How bright a number from 0 to 1 is shown where white is 1: what is brighter than paper is brought down softly. */
export function shownLight(value: number, transfer: CodedColours['transfer']): number {
  switch (transfer) {
    case 'linear':
      return value
    case 'gamma22':
      return value ** 2.2
    case 'gamma28':
      return value ** 2.8
    case 'srgb':
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    case 'pq':
      return belowWhite((PQ_NITS * pqLight(value)) / WHITE_NITS)
    case 'hlg':
      return belowWhite((HLG_NITS * hlgScene(value) ** HLG_SYSTEM_GAMMA) / WHITE_NITS)
  }
}

/** Goes on from the knee as steeply as it came, and never comes to more than white. */
function belowWhite(light: number): number {
  return light <= KNEE ? light : KNEE + (1 - KNEE) * (1 - Math.exp((KNEE - light) / (1 - KNEE)))
}

/** SMPTE ST 2084, equation 4.1. */
function pqLight(value: number): number {
  const [m1, m2] = [2610 / 16_384, (2523 / 4096) * 128]
  const [c1, c2, c3] = [3424 / 4096, (2413 / 4096) * 32, (2392 / 4096) * 32]
  const root = value ** (1 / m2)
  return (Math.max(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1)
}

/** The inverse of ITU-R BT.2100's OETF. */
function hlgScene(value: number): number {
  const [a, b, c] = [0.17883277, 0.28466892, 0.55991073]
  return value <= 0.5 ? value ** 2 / 3 : (Math.exp((value - c) / a) + b) / 12
}
