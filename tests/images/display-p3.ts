/** From XYZ under D65 (SMPTE EG 432-1). */
const FROM_XYZ = [
  [2.493497, -0.931384, -0.402711],
  [-0.829489, 1.762664, 0.023625],
  [0.035846, -0.076172, 0.956885],
]
/** Paper white in a picture of high dynamic range is 203 of PQ's 10,000 candela a square metre (ITU-R BT.2408). */
const WHITE = 203 / 10_000

/** The numbers, of 255, that mean this colour of XYZ (under D65, white is 1) in Display P3. */
export function inDisplayP3(xyz: readonly number[], transfer: 'srgb' | 'pq'): number[] {
  return FROM_XYZ.map((row) => {
    const light = Math.max(
      0,
      row.reduce((sum, factor, axis) => sum + factor * (xyz[axis] ?? 0), 0),
    )
    return Math.round(255 * (transfer === 'pq' ? pq(light * WHITE) : srgb(light)))
  })
}

/** The inverse of SMPTE ST 2084's curve. */
function pq(light: number): number {
  const root = light ** 0.1593017578125
  return ((0.8359375 + 18.8515625 * root) / (1 + 18.6875 * root)) ** 78.84375
}

function srgb(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
}
