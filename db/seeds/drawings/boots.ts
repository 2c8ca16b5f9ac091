import { onPlinths, withForms, withWord } from './backdrops.ts'
import { altOf, type Design, designOf, type Model } from './designs.ts'
import { closeUp, swatchBoard } from './details.ts'
import { type Drawing, finished, nth, randomFrom, type Some, type View } from './drawing.ts'
import { chelsea, heeledBoot, laceUp } from './low-boots.ts'
import { alone, asPair, onCloth, type Stage, sixTimes } from './product-stages.ts'
import { sketchbook } from './sketchbook.ts'
import { cowboy, ridingBoot, wellington } from './tall-boots.ts'
import { technicalSheet } from './technical-sheet.ts'

export const BOOTS: Some<Model> = [
  { name: { en: 'Chelsea boot', it: 'stivaletto Chelsea' }, draw: chelsea },
  { name: { en: 'cowboy boot', it: 'stivale texano' }, draw: cowboy },
  { name: { en: 'lace-up boot', it: 'scarponcino allacciato' }, draw: laceUp },
  { name: { en: 'heeled boot', it: 'tronchetto con il tacco' }, draw: heeledBoot },
  { name: { en: 'wellington', it: 'stivale di gomma' }, draw: wellington },
  { name: { en: 'riding boot', it: 'stivale da cavallerizza' }, draw: ridingBoot },
]

const STAGES: Some<Stage> = [
  asPair,
  withForms,
  technicalSheet,
  withWord,
  onPlinths,
  sixTimes,
  alone,
  onCloth,
  sketchbook,
  swatchBoard,
]

export function bootDesign(seed: number): Design {
  return designOf('boots', BOOTS, seed)
}

export function drawBoot(seed: number, view: View = 'hero'): Drawing {
  const design = bootDesign(seed)
  const stage = {
    hero: nth(STAGES, seed * 3 + Math.floor(seed / STAGES.length)),
    detail: closeUp,
    sketch: seed % 3 ? sketchbook : technicalSheet,
  }[view]
  const { area, content, how } = stage(design, randomFrom('boot', view, seed))
  return finished(area, content, altOf(design, view, how))
}
