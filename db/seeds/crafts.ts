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

const SEEDS_MOST = 400

export function drawingOf(craft: DrawnCraft, seed: number, view: View): Drawing {
  return DRAWERS[craft].draw(seed, view)
}

/** Finds drawings for stories: seeds of the wanted model, each given once, beginning at `first`. */
export function seedsFor(craft: DrawnCraft, models: readonly string[], first: number): number[] {
  const given = new Set<number>()
  return models.map((model) => {
    for (let seed = first; seed < first + SEEDS_MOST; seed += 1) {
      if (given.has(seed) || DRAWERS[craft].modelOf(seed) !== model) continue
      given.add(seed)
      return seed
    }
    throw new Error(`Nobody draws a ${craft} called “${model}”.`)
  })
}
