/** Numbers that look random and are the same again from the same seed, on any machine: whole-number steps and plain arithmetic. */
export interface Random {
  /** From 0 up to, not including, 1. */
  part(): number
  /** From 0 up to, not including, `below`. */
  whole(below: number): number
  /** Of mean 0 and spread 1. */
  normal(): number
  /** How often in a row something of this chance fails first. */
  failures(chance: number): number
}

/** sfc32 (Chris Doty-Humphrey, PractRand), begun from the seed and the numbers of one stream, so that streams never meet. */
export function randomFrom(seed: number, stream = 0): Random {
  let [a, b, c, counter] = [0x9e3779b9 ^ stream, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1]
  let spare: number | null = null
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warming = 0; warming < 12; warming += 1) next()
  const part = () => next() / 2 ** 32
  /** Marsaglia's polar method: two at a time, the second kept. */
  function normal(): number {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const [x, y] = [2 * part() - 1, 2 * part() - 1]
      const square = x * x + y * y
      if (square === 0 || square >= 1) continue
      const reach = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * reach
      return x * reach
    }
  }
  return {
    part,
    normal,
    whole: (below) => Math.floor(part() * below),
    failures: (chance) => Math.floor(Math.log(1 - part()) / Math.log(1 - chance)),
  }
}
