import { bagDesign } from './bags.ts'
import { bootDesign } from './boots.ts'
import type { Design } from './designs.ts'
import { type Area, areaPath, clipped, type Drawing, finished, type Random, randomFrom, type Words } from './drawing.ts'
import { flat } from './hands.ts'
import { shoeDesign } from './shoes.ts'
import { boxes, launched, making } from './workshop-finish.ts'
import { prototype } from './workshop-prototype.ts'
import { agreement, bench, pieces } from './workshop-start.ts'

export type Craft = 'shoe' | 'boot' | 'bag'

/** What a run's public notes show, in the order in which it happens. */
export const WORKSHOP_SCENES = ['agreement', 'pieces', 'bench', 'prototype', 'making', 'boxes', 'launched'] as const
export type WorkshopScene = (typeof WORKSHOP_SCENES)[number]

export type Shop = { area: Area; content: string }

const SCENES: Record<WorkshopScene, { draw: (design: Design, random: Random, craft: Craft) => Shop; words: Words }> = {
  agreement: {
    draw: agreement,
    words: {
      en: 'the signed agreement, a pen and the first cuttings',
      it: 'l’accordo firmato, una penna e i primi ritagli',
    },
  },
  pieces: {
    draw: pieces,
    words: {
      en: 'the cut pieces on the table with ruler and knife',
      it: 'i pezzi tagliati sul tavolo con riga e trincetto',
    },
  },
  bench: { draw: bench, words: { en: 'work on the bench', it: 'il lavoro al banco' } },
  prototype: {
    draw: prototype,
    words: { en: 'the first prototype with corrections', it: 'il primo prototipo con le correzioni' },
  },
  making: { draw: making, words: { en: 'a rack full of finished pieces', it: 'uno scaffale pieno di pezzi finiti' } },
  boxes: { draw: boxes, words: { en: 'boxes ready to be sent', it: 'le scatole pronte da spedire' } },
  launched: { draw: launched, words: { en: 'the finished product', it: 'il prodotto finito' } },
}

/** A picture of the run of the design that `seed` drew: the product in it is the entry's own. */
export function drawWorkshop(scene: WorkshopScene, craft: Craft, seed: number): Drawing {
  const entry = { shoe: shoeDesign, boot: bootDesign, bag: bagDesign }[craft](seed)
  const { draw, words } = SCENES[scene]
  const { area, content } = draw({ ...entry, hand: flat }, randomFrom('workshop', scene, craft, seed), craft)
  const begun = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const alt = { en: `${begun(entry.name.en)}: ${words.en}`, it: `${begun(entry.name.it)}: ${words.it}` }
  return finished(area, clipped(areaPath(area), content), alt)
}
