/** Draws that are the same for the same seed, so that whatever is found can be found again. */
export interface Chance {
  /** From 0 up to, and without, `below`. */
  whole: (below: number) => number
  /** True so often, of a hundred. */
  perCent: (times: number) => boolean
  one: <Thing>(things: readonly Thing[]) => Thing
  hex: (digits: number) => string
}

/** mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  function draw(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(draw() * below)
  return {
    whole,
    perCent: (times) => draw() * 100 < times,
    one(things) {
      const thing = things[whole(things.length)]
      if (thing === undefined) throw new Error('nothing to choose from')
      return thing
    },
    hex: (digits) => Array.from({ length: digits }, () => whole(16).toString(16)).join(''),
  }
}
