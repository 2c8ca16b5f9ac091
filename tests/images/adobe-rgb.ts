import { writeProfile } from '#app/images/write-profile.ts'

/** Adobe RGB (1998): its primaries as a profile tells them, adapted to D50 (annex of the specification), and its gamma of 563/256. */
const COLORANTS = {
  rXYZ: [0.60974, 0.31111, 0.01947],
  gXYZ: [0.20528, 0.62567, 0.06087],
  bXYZ: [0.14919, 0.06322, 0.74457],
}
const GAMMA = 563 / 256

/** From XYZ under D65. */
const FROM_XYZ = [
  [2.041369, -0.5649464, -0.3446944],
  [-0.969266, 1.8760108, 0.041556],
  [0.0134474, -0.1183897, 1.0154096],
]

/** The numbers that mean this colour of XYZ (under D65, white is 1) in Adobe RGB. */
export function inAdobeRgb(xyz: readonly number[]): number[] {
  return FROM_XYZ.map((row) => {
    const part = row.reduce((sum, factor, axis) => sum + factor * (xyz[axis] ?? 0), 0)
    return Math.round(255 * Math.max(0, part) ** (1 / GAMMA))
  })
}

export function adobeRgbProfile(): Buffer {
  return writeProfile({ name: 'Adobe', colorants: COLORANTS, curve: [Math.round(GAMMA * 256)] })
}
