import type { Area } from './drawing.ts'

/** What a poster is made of before anybody decides how it is composed. */
export type Plate = { word: string; seed: number; inks: Inks }
export type Inks = { paper: string; ink: string; a: string; b: string; c: string }

export const PAGE: Area = { x: 0, y: 0, w: 960, h: 1200 }
