import { group, line, n } from './drawing.ts'

/**
 * Capitals drawn as single strokes in a box one wide and one high, so that a picture needs no font.
 * Curves are quarter turns: a corner is written Q. Widths other than one stand in WIDTHS.
 */
const STROKES: Record<string, string> = {
  A: 'M0 1L.5 0L1 1M.18 .66L.82 .66',
  B: 'M0 0L.6 0Q.95 0 .95 .24Q.95 .48 .6 .48L0 .48M.6 .48Q1 .48 1 .74Q1 1 .62 1L0 1L0 0',
  C: 'M1 .26Q1 0 .5 0Q0 0 0 .3L0 .7Q0 1 .5 1Q1 1 1 .74',
  D: 'M0 0L.45 0Q1 0 1 .34L1 .66Q1 1 .45 1L0 1Z',
  E: 'M1 0L0 0L0 1L1 1M0 .48L.8 .48',
  F: 'M1 0L0 0L0 1M0 .5L.8 .5',
  G: 'M1 .26Q1 0 .5 0Q0 0 0 .3L0 .7Q0 1 .5 1Q1 1 1 .7L1 .55L.6 .55',
  H: 'M0 0L0 1M1 0L1 1M0 .48L1 .48',
  I: 'M0 0L0 1',
  J: 'M1 0L1 .7Q1 1 .5 1Q0 1 0 .72',
  K: 'M0 0L0 1M1 0L0 .58M.3 .4L1 1',
  L: 'M0 0L0 1L1 1',
  M: 'M0 1L0 0L.5 .66L1 0L1 1',
  N: 'M0 1L0 0L1 1L1 0',
  O: 'M.5 0Q1 0 1 .32L1 .68Q1 1 .5 1Q0 1 0 .68L0 .32Q0 0 .5 0Z',
  P: 'M0 1L0 0L.55 0Q1 0 1 .28Q1 .56 .55 .56L0 .56',
  Q: 'M.5 0Q1 0 1 .32L1 .68Q1 1 .5 1Q0 1 0 .68L0 .32Q0 0 .5 0ZM.6 .72L1.02 1.06',
  R: 'M0 1L0 0L.55 0Q1 0 1 .26Q1 .52 .55 .52L0 .52M.5 .52L1 1',
  S: 'M.98 .24Q.98 0 .5 0Q.03 0 .03 .25Q.03 .46 .5 .5Q1 .54 1 .76Q1 1 .5 1Q0 1 0 .76',
  T: 'M0 0L1 0M.5 0L.5 1',
  U: 'M0 0L0 .68Q0 1 .5 1Q1 1 1 .68L1 0',
  V: 'M0 0L.5 1L1 0',
  W: 'M0 0L.24 1L.5 .3L.76 1L1 0',
  X: 'M0 0L1 1M1 0L0 1',
  Y: 'M0 0L.5 .52L1 0M.5 .52L.5 1',
  Z: 'M0 0L1 0L0 1L1 1',
  '0': 'M.5 0Q1 0 1 .32L1 .68Q1 1 .5 1Q0 1 0 .68L0 .32Q0 0 .5 0Z',
  '1': 'M.1 .2L.55 0L.55 1',
  '2': 'M0 .26Q0 0 .5 0Q1 0 1 .28Q1 .46 .6 .64Q0 .86 0 1L1 1',
  '3': 'M0 0L1 0L.46 .4Q1 .38 1 .7Q1 1 .5 1Q0 1 0 .76',
  '4': 'M.75 1L.75 0L0 .7L1 .7',
  '5': 'M.95 0L.1 0L.05 .46Q.2 .36 .5 .36Q1 .36 1 .68Q1 1 .5 1Q.05 1 0 .78',
  '6': 'M.9 .1Q.75 0 .5 0Q0 0 0 .5L0 .68Q0 1 .5 1Q1 1 1 .7Q1 .42 .5 .42Q.1 .42 0 .66',
  '7': 'M0 0L1 0L.36 1',
  '8': 'M.5 0Q.94 0 .94 .23Q.94 .46 .5 .46Q.06 .46 .06 .23Q.06 0 .5 0ZM.5 .46Q1 .46 1 .73Q1 1 .5 1Q0 1 0 .73Q0 .46 .5 .46Z',
  '9': 'M.1 .9Q.25 1 .5 1Q1 1 1 .5L1 .32Q1 0 .5 0Q0 0 0 .3Q0 .58 .5 .58Q.9 .58 1 .34',
  '.': 'M0 .97L0 1',
  '-': 'M0 .52L.6 .52',
  '/': 'M0 1.05L.7 -.05',
}
const WIDTHS: Record<string, number> = { I: 0, M: 1.25, W: 1.4, '1': 0.6, '.': 0, '-': 0.6, '/': 0.7, J: 0.8, ' ': 0.5 }

export type Face = { height: number; width: number; weight: number; gap: number; round?: boolean; lean?: number }

function advance(letter: string, face: Face): number {
  return (WIDTHS[letter] ?? 1) * face.width + face.gap + face.weight
}

export function wordWidth(word: string, face: Face): number {
  return [...word].reduce((width, letter) => width + advance(letter, face), -face.gap)
}

/** Draws capitals whose ink begins at x and y. */
export function letters(word: string, x: number, y: number, face: Face, colour: string): string {
  let at = x + face.weight / 2
  let d = ''
  for (const letter of word) {
    const wide = face.width
    const left = at
    const upright = (STROKES[letter] ?? '').replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, across: string, down: string) => {
      const letterWidth = (WIDTHS[letter] ?? 1) * wide
      const inkHeight = face.height - face.weight
      const stands = y + face.weight / 2 + Number(down) * inkHeight
      return `${n(left + Number(across) * letterWidth - (face.lean ?? 0) * (Number(down) - 0.5) * inkHeight)} ${n(stands)}`
    })
    d += upright
    at += advance(letter, face)
  }
  const ends = face.round
    ? 'stroke-linecap="round" stroke-linejoin="round"'
    : 'stroke-linecap="square" stroke-linejoin="miter"'
  return line(d, colour, face.weight, ends)
}

/** Letters stretched so that the word is exactly as wide as the column. */
export function fittedLetters(
  word: string,
  x: number,
  y: number,
  columnWidth: number,
  face: Face,
  colour: string,
): string {
  const spare = columnWidth - [...word].length * (face.gap + face.weight) + face.gap
  const ems = [...word].reduce((sum, letter) => sum + (WIDTHS[letter] ?? 1), 0)
  return letters(word, x, y, { ...face, width: Math.max(spare / Math.max(ems, 0.6), face.weight * 0.4) }, colour)
}

/** A draughtsman's small capitals for notes and measures. */
export function note(words: string, x: number, y: number, colour: string, height = 15): string {
  return letters(
    words,
    x,
    y,
    { height, width: height * 0.52, weight: height * 0.12, gap: height * 0.24, round: true },
    colour,
  )
}

export function noteWidth(words: string, height = 15): number {
  return wordWidth(words, { height, width: height * 0.52, weight: height * 0.12, gap: height * 0.24 })
}

/** Rows of handwriting too small to read. */
export function scribbles(x: number, y: number, width: number, rows: number, colour: string): string {
  const row = (index: number) => {
    const strokes = Array.from({ length: Math.floor((width * (index === rows - 1 ? 0.6 : 1)) / 13) }, (_, i) =>
      (i * 7 + index * 3) % 6 === 5 ? 'm9 0' : `q3 ${-5 - ((i * 5 + index) % 5)} 6 0t5 ${((i + index) % 3) - 1}`,
    )
    return line(`M${n(x)} ${n(y + index * 17)}${strokes.join('')}`, colour, 1.8, 'stroke-linecap="round"')
  }
  return group(Array.from({ length: rows }, (_, index) => row(index)).join(''))
}
