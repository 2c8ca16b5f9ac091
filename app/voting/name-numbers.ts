/**
 * Numbers names 0, 1, 2 … in the order in which they come, where they stand as words in a longer text of bytes: a name that is known
 * already makes no new string. A million scores name their voter and their entry, and a Map of strings would take half of the count.
 */
export interface NameNumbers {
  /** The number of the word that begins there; where it ends, before a blank, a line feed or the end of the text, `endOfWord` says. */
  numberAt: (text: Uint8Array, from: number) => number
  endOfWord: () => number
  numberOf: (name: string) => number
  count: () => number
  /** In the order of their numbers. */
  names: () => string[]
}

const PLACES_AT_FIRST = 1024
const BYTES_AT_FIRST = 16_384
const NOBODY = -1
const BLANK = 0x20
const LINE_FEED = 0x0a

/** FNV-1a, 32 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

export function numberNames(known: Iterable<string> = []): NameNumbers {
  /** All names, one behind the other; name n lies from starts[n] up to starts[n + 1]. */
  let letters = new Uint8Array(BYTES_AT_FIRST)
  let starts = new Int32Array(PLACES_AT_FIRST)
  let count = 0
  /** Numbers, by their names' hashes; twice as many places as names at least, so that the next free one is near. */
  let places = new Int32Array(PLACES_AT_FIRST).fill(NOBODY)
  let end = 0
  const byName = new Map<string, number>()

  function numberAt(text: Uint8Array, from: number): number {
    let hash = FNV_OFFSET
    let to = from
    for (; to < text.length; to += 1) {
      const letter = text[to] ?? 0
      if (letter === BLANK || letter === LINE_FEED) break
      hash = Math.imul(hash ^ letter, FNV_PRIME)
    }
    end = to
    const mask = places.length - 1
    let place = spread(hash) & mask
    for (;;) {
      const number = places[place] ?? NOBODY
      if (number === NOBODY) break
      if (isName(number, text, from, to)) return number
      place = (place + 1) & mask
    }
    places[place] = count
    return add(text.subarray(from, to))
  }

  function isName(number: number, text: Uint8Array, from: number, to: number): boolean {
    const start = starts[number] ?? 0
    const length = to - from
    if ((starts[number + 1] ?? 0) - start !== length) return false
    for (let at = 0; at < length; at += 1) if (letters[start + at] !== text[from + at]) return false
    return true
  }

  function add(name: Uint8Array): number {
    const start = starts[count] ?? 0
    letters = withRoom(letters, start + name.length, (length) => new Uint8Array(length))
    starts = withRoom(starts, count + 2, (length) => new Int32Array(length))
    letters.set(name, start)
    starts[count + 1] = start + name.length
    count += 1
    if (2 * count > places.length) widen()
    return count - 1
  }

  function widen(): void {
    places = new Int32Array(2 * places.length).fill(NOBODY)
    const mask = places.length - 1
    for (let number = 0; number < count; number += 1) {
      let place = spread(hashOf(letters.subarray(starts[number], starts[number + 1]))) & mask
      while (places[place] !== NOBODY) place = (place + 1) & mask
      places[place] = number
    }
  }

  function numberOf(name: string): number {
    const number = byName.get(name) ?? numberAt(new TextEncoder().encode(name), 0)
    byName.set(name, number)
    return number
  }

  function names(): string[] {
    const text = new TextDecoder()
    return Array.from({ length: count }, (_, number) =>
      text.decode(letters.subarray(starts[number], starts[number + 1])),
    )
  }

  for (const name of known) numberOf(name)
  return { numberAt, endOfWord: () => end, numberOf, count: () => count, names }
}

function withRoom<Numbers extends Uint8Array | Int32Array>(
  numbers: Numbers,
  length: number,
  make: (length: number) => Numbers,
): Numbers {
  if (length <= numbers.length) return numbers
  const wider = make(Math.max(length, 2 * numbers.length))
  wider.set(numbers)
  return wider
}

function hashOf(name: Uint8Array): number {
  let hash = FNV_OFFSET
  for (const letter of name) hash = Math.imul(hash ^ letter, FNV_PRIME)
  return hash
}

/** The low bits choose the place; those of FNV alone hang on the low bits of the letters. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}
