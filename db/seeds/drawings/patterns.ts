import { type Area, nth, type Random, type Some } from './drawing.ts'
import {
  botanical,
  brushed,
  daisies,
  hatching,
  ikat,
  lemons,
  leopard,
  marbling,
  squiggles,
  waves,
} from './drawn-patterns.ts'
import {
  blocks,
  checks,
  chequers,
  dots,
  gingham,
  houndstooth,
  scallops,
  stripes,
  tartan,
  terrazzo,
  tiles,
  zigzag,
} from './ruled-patterns.ts'

/** Four colours of a cloth: what lies below and what is printed on it. */
export type Dye = { ground: string; one: string; two: string; three: string }

/** Fills an area with a motif about `unit` wide. It may stick out of the area: clip it. */
export type Pattern = (area: Area, dye: Dye, unit: number, random: Random) => string

export const PATTERNS: Some<{ draw: Pattern; en: string; it: string }> = [
  { draw: stripes, en: 'stripes', it: 'righe' },
  { draw: terrazzo, en: 'terrazzo chips', it: 'graniglia' },
  { draw: botanical, en: 'leaves', it: 'foglie' },
  { draw: chequers, en: 'a chequerboard', it: 'scacchi' },
  { draw: waves, en: 'waves', it: 'onde' },
  { draw: blocks, en: 'quarter circles', it: 'quarti di cerchio' },
  { draw: leopard, en: 'leopard spots', it: 'macchie di leopardo' },
  { draw: gingham, en: 'gingham', it: 'quadretti vichy' },
  { draw: daisies, en: 'daisies', it: 'margherite' },
  { draw: zigzag, en: 'zigzags', it: 'zigzag' },
  { draw: marbling, en: 'marbling', it: 'carta marmorizzata' },
  { draw: dots, en: 'dots', it: 'pois' },
  { draw: squiggles, en: 'squiggles', it: 'ghirigori' },
  { draw: houndstooth, en: 'houndstooth', it: 'pied-de-poule' },
  { draw: lemons, en: 'lemons', it: 'limoni' },
  { draw: scallops, en: 'scallops', it: 'squame' },
  { draw: hatching, en: 'hatching', it: 'tratteggio' },
  { draw: tartan, en: 'tartan', it: 'tartan' },
  { draw: tiles, en: 'tiles', it: 'piastrelle' },
  { draw: brushed, en: 'brush strokes', it: 'pennellate' },
  { draw: ikat, en: 'ikat diamonds', it: 'rombi ikat' },
  { draw: checks, en: 'a fine grid', it: 'una griglia sottile' },
]

export function patternOf(index: number): (typeof PATTERNS)[number] {
  return nth(PATTERNS, index)
}
