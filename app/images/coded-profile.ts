import type { CodedColours } from './coded-colours.ts'
import { shownLight } from './shown-light.ts'
import { type Colorants, writeProfile } from './write-profile.ts'

/** Red, green and blue as a profile tells them: XYZ under D50, brought there from D65 by Bradford's matrix. */
const COLORANTS: Record<CodedColours['primaries'], Colorants> = {
  bt709: { rXYZ: [0.43607, 0.22249, 0.01392], gXYZ: [0.38515, 0.71687, 0.09708], bXYZ: [0.14307, 0.06061, 0.7141] },
  p3: { rXYZ: [0.51512, 0.2412, -0.00105], gXYZ: [0.29198, 0.69225, 0.04189], bXYZ: [0.1571, 0.06657, 0.78407] },
  bt2020: { rXYZ: [0.67348, 0.27904, -0.00194], gXYZ: [0.16567, 0.67535, 0.02998], bXYZ: [0.12505, 0.04561, 0.79686] },
}
/** The most that every reader takes. */
const CURVE_POINTS = 4096

/** An ICC profile that says the same. */
export function profileOf({ primaries, transfer }: CodedColours): Buffer {
  return writeProfile({ name: 'Coded', colorants: COLORANTS[primaries], curve: curveOf(transfer) })
}

function curveOf(transfer: CodedColours['transfer']): number[] {
  const shown = (at: number) => shownLight(at / (CURVE_POINTS - 1), transfer)
  return Array.from({ length: CURVE_POINTS }, (_, at) => Math.round(65_535 * shown(at)))
}
