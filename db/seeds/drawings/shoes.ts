import { onPlinths, withForms, withWord } from './backdrops.ts'
import { altOf, type Design, designOf, type Model } from './designs.ts'
import { closeUp, swatchBoard } from './details.ts'
import { type Drawing, finished, nth, randomFrom, type Some, type View } from './drawing.ts'
import { derby, loafer, maryJane } from './dress-shoes.ts'
import { espadrille, platformClog, sandal } from './open-shoes.ts'
import { alone, asPair, onCloth, type Stage, sixTimes } from './product-stages.ts'
import { runner } from './runner.ts'
import { sketchbook } from './sketchbook.ts'
import { courtSneaker, highTop } from './sneakers.ts'
import { technicalSheet } from './technical-sheet.ts'
import { worn } from './worn.ts'

export const SHOES: Some<Model> = [
  { name: { en: 'low sneaker', it: 'sneaker bassa' }, draw: courtSneaker },
  { name: { en: 'derby shoe', it: 'derby' }, draw: derby },
  { name: { en: 'platform clog', it: 'zoccolo con plateau' }, draw: platformClog },
  { name: { en: 'high-top sneaker', it: 'sneaker alta' }, draw: highTop },
  { name: { en: 'strapped Mary Jane', it: 'Mary Jane con cinturino' }, draw: maryJane },
  { name: { en: 'two-strap sandal', it: 'sandalo a due fasce' }, draw: sandal },
  { name: { en: 'running shoe', it: 'scarpa da corsa' }, draw: runner },
  { name: { en: 'loafer', it: 'mocassino' }, draw: loafer },
  { name: { en: 'rope-soled espadrille', it: 'espadrilla con suola di corda' }, draw: espadrille },
]

const STAGES: Some<Stage> = [
  withForms,
  worn,
  alone,
  technicalSheet,
  onCloth,
  asPair,
  sketchbook,
  withWord,
  swatchBoard,
  onPlinths,
  sixTimes,
]

export function shoeDesign(seed: number): Design {
  return designOf('shoe', SHOES, seed)
}

export function drawShoe(seed: number, view: View = 'hero'): Drawing {
  const design = shoeDesign(seed)
  const stage = {
    hero: nth(STAGES, seed * 4 + Math.floor(seed / STAGES.length)),
    detail: closeUp,
    sketch: seed % 3 ? sketchbook : technicalSheet,
  }[view]
  const { area, content, how } = stage(design, randomFrom('shoe', view, seed))
  return finished(area, content, altOf(design, view, how))
}
