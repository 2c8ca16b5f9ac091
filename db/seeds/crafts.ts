import { bagDesign, drawBag } from './drawings/bags.ts'
import { bootDesign, drawBoot } from './drawings/boots.ts'
import type { Drawing, View } from './drawings/drawing.ts'
import { drawScarf } from './drawings/scarves.ts'
import { drawShoe, shoeDesign } from './drawings/shoes.ts'

export type DrawnCraft = 'shoe' | 'boot' | 'bag' | 'scarf'

interface Drawer {
  draw: (seed: number, view?: View) => Drawing
  modelOf: (seed: number) => string
}

const DRAWERS: Record<DrawnCraft, Drawer> = {
  shoe: { draw: drawShoe, modelOf: (seed) => shoeDesign(seed).name.en },
  boot: { draw: drawBoot, modelOf: (seed) => bootDesign(seed).name.en },
  bag: { draw: drawBag, modelOf: (seed) => bagDesign(seed).name.en },
  scarf: { draw: drawScarf, modelOf: () => 'scarf' },
}

/** Enough for every model to come round often enough. */
const SEEDS = Array.from({ length: 90 }, (_, seed) => seed)

export function drawingOf(craft: DrawnCraft, seed: number, view: View): Drawing {
  return DRAWERS[craft].draw(seed, view)
}

export interface WantedDrawing {
  model: string
  /** Which of the fitting drawings, from 0; the next that is free when left out. */
  nth?: number | undefined
}

/** Finds drawings for stories: seeds of the wanted model, each given once, beginning at `first`. */
export function seedsFor(craft: DrawnCraft, wanted: readonly WantedDrawing[], first: number): number[] {
  const chosen = wanted.map(({ model, nth }) =>
    nth === undefined ? undefined : fitting(craft, model, first, new Set())[nth],
  )
  const given = new Set(chosen.filter((seed) => seed !== undefined))
  return wanted.map(({ model }, index) => {
    const seed = chosen[index] ?? fitting(craft, model, first, given)[0]
    if (seed === undefined) throw new Error(`Nobody draws a ${craft} called “${model}”.`)
    given.add(seed)
    return seed
  })
}

function fitting(craft: DrawnCraft, model: string, first: number, given: ReadonlySet<number>): number[] {
  const { modelOf } = DRAWERS[craft]
  return SEEDS.map((seed) => first + seed).filter((seed) => !given.has(seed) && modelOf(seed) === model)
}
