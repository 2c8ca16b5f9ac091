import { onPlinths, withForms, withWord } from './backdrops.ts'
import { backpack, bucket, messenger } from './carrier-bags.ts'
import { crescent, satchel, tote } from './city-bags.ts'
import { altOf, type Design, designOf, type Model } from './designs.ts'
import { closeUp, swatchBoard } from './details.ts'
import { type Drawing, finished, nth, randomFrom, type Some, type View } from './drawing.ts'
import { alone, onCloth, type Stage, sixTimes } from './product-stages.ts'
import { sketchbook } from './sketchbook.ts'
import { technicalSheet } from './technical-sheet.ts'
import { onHook } from './worn.ts'

export const BAGS: Some<Model> = [
  { name: { en: 'tote', it: 'shopper' }, draw: tote },
  { name: { en: 'backpack', it: 'zaino' }, draw: backpack },
  { name: { en: 'half-moon bag', it: 'borsa a mezzaluna' }, draw: crescent },
  { name: { en: 'satchel', it: 'cartella' }, draw: satchel },
  { name: { en: 'bucket bag', it: 'secchiello' }, draw: bucket },
  { name: { en: 'messenger bag', it: 'borsa da postino' }, draw: messenger },
]

const STAGES: Some<Stage> = [
  withForms,
  onHook,
  sketchbook,
  onPlinths,
  onCloth,
  alone,
  technicalSheet,
  withWord,
  swatchBoard,
  sixTimes,
]

export function bagDesign(seed: number): Design {
  return designOf('bag', BAGS, seed)
}

export function drawBag(seed: number, view: View = 'hero'): Drawing {
  const design = bagDesign(seed)
  const stage = {
    hero: nth(STAGES, seed * 3 + Math.floor(seed / STAGES.length)),
    detail: closeUp,
    sketch: seed % 3 ? sketchbook : technicalSheet,
  }[view]
  const { area, content, how } = stage(design, randomFrom('bag', view, seed))
  return finished(area, content, altOf(design, view, how))
}
