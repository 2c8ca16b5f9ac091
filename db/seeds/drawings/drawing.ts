/** A picture of the demo. `svg` is complete and needs no fonts: lettering is drawn as lines. Sizes are pixels. */
export type Drawing = { svg: string; width: number; height: number; alt: { en: string; it: string } }

/** hero: the entry's first picture. detail: a closer or different look at the same design. sketch: how it was drawn. */
export type View = 'hero' | 'detail' | 'sketch'

export type Words = { en: string; it: string }
export type Area = { x: number; y: number; w: number; h: number }
export type Random = () => number
export type Some<T> = readonly [T, ...T[]]

/** The long side of every picture in the coordinates the drawings use; it is rendered at twice that. */
const LONG_SIDE = 1200
const PIXELS_PER_UNIT = 2

export type Format = 'portrait' | 'square' | 'landscape'

export const FORMATS: Record<Format, Area> = {
  portrait: { x: 0, y: 0, w: 960, h: LONG_SIDE },
  square: { x: 0, y: 0, w: LONG_SIDE, h: LONG_SIDE },
  landscape: { x: 0, y: 0, w: LONG_SIDE, h: 800 },
}

/** mulberry32 over a hash of the words: the same words always give the same sequence. */
export function randomFrom(...words: (string | number)[]): Random {
  let state = 2166136261
  for (const letter of words.join('|')) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}

export function pick<T>(random: Random, list: Some<T>): T {
  return nth(list, Math.floor(random() * list.length))
}

/** The list goes round: neighbouring seeds take neighbouring items, so a wall of pictures repeats as late as it can. */
export function nth<T>(list: Some<T>, index: number): T {
  return list[((index % list.length) + list.length) % list.length] ?? list[0]
}

export function count(howMany: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(howMany)) }, (_, index) => index)
}

/** One decimal is finer than a pixel and hides the last bits in which two processors may differ. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function rect(area: Area, fill: string, extra = ''): string {
  return `<rect x="${n(area.x)}" y="${n(area.y)}" width="${n(area.w)}" height="${n(area.h)}" fill="${fill}" ${extra}/>`
}

export function disc(x: number, y: number, r: number, fill: string, extra = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${extra}/>`
}

export function shape(d: string, fill: string, extra = ''): string {
  return `<path d="${d}" fill="${fill}" ${extra}/>`
}

export function line(d: string, stroke: string, width: number, extra = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" ${extra}/>`
}

export function group(content: string, extra = ''): string {
  return `<g ${extra}>${content}</g>`
}

export function moved(content: string, x: number, y: number, scale = 1, turn = 0): string {
  return group(
    content,
    `transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${Math.round(scale * 1e4) / 1e4})"`,
  )
}

/** Clips to a path. The id comes from the content, so that equal clips may share it and unequal ones never do. */
export function clipped(d: string, content: string): string {
  const id = `c${Math.floor(randomFrom(d)() * 4294967296).toString(36)}`
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${content}</g>`
}

export function areaPath({ x, y, w, h }: Area): string {
  return `M${n(x)} ${n(y)}H${n(x + w)}V${n(y + h)}H${n(x)}Z`
}

/** Moves every coordinate of an absolute path (M L C Q Z only) a little, like a hand that draws the same line again. */
export function shaken(d: string, by: number, random: Random): string {
  return d.replace(/-?\d+(\.\d+)?/g, (number) => n(Number(number) + between(random, -by, by)))
}

export function finished(area: Area, content: string, alt: Words): Drawing {
  const width = area.w * PIXELS_PER_UNIT
  const height = area.h * PIXELS_PER_UNIT
  const size = `width="${width}" height="${height}" viewBox="0 0 ${area.w} ${area.h}"`
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`, width, height, alt }
}
