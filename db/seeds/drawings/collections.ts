import { BAGS } from './bags.ts'
import { BOOTS } from './boots.ts'
import { apart, mixed } from './colours.ts'
import { designOf, fitted, heightOf, type Model, stood } from './designs.ts'
import {
  areaPath,
  clipped,
  count,
  type Drawing,
  FORMATS,
  finished,
  nth,
  randomFrom,
  rect,
  type Some,
} from './drawing.ts'
import { blueprint, silhouette } from './hands.ts'
import type { Hand } from './painting.ts'
import { PALETTES } from './palettes.ts'
import { patternOf } from './patterns.ts'
import { SHOES } from './shoes.ts'
import type { Craft } from './workshop.ts'

const MODELS: Record<Craft, Some<Model>> = { shoe: SHOES, boot: BOOTS, bag: BAGS }
const NAMES = {
  shoe: { en: 'Six shoes', it: 'Sei scarpe' },
  boot: { en: 'Six boots', it: 'Sei stivali' },
  bag: { en: 'Six bags', it: 'Sei borse' },
} as const

/** A brief's head picture: outlines, lines and one cloth side by side. It shows the task and takes no entry's place. */
export function drawCollection(craft: Craft, seed: number): Drawing {
  const area = FORMATS.landscape
  const palette = nth(PALETTES, seed * 17 + 3)
  const [a, b, c, pale] = palette.colours
  const grounds = [a, palette.ground, b, palette.ground, c, a]
  const side = { w: area.w / 3, h: area.h / 2 }
  const tiles = count(6).map((i) => {
    const at = { x: (i % 3) * side.w, y: Math.floor(i / 3) * side.h, ...side }
    const design = designOf(craft, MODELS[craft], seed * 6 + i)
    const ground = grounds[(i + Math.floor(i / 3)) % 6] ?? pale
    const ink = [palette.ink, pale, palette.ground].find((colour) => apart(colour, ground) > 150) ?? palette.ink
    const width = fitted(design, side.w * 0.84, side.h * 0.76)
    const standing = {
      x: at.x + side.w / 2,
      floor: at.y + side.h / 2 + heightOf(design, width) / 2,
      width,
      flip: i % 2 === 1,
    }
    const coat = { ...design.coat, paper: ground, ink }
    const drawn = [
      () => stood(design, { ...standing, hand: blueprint, coat }),
      () => stood(design, { ...standing, hand: silhouette, coat }),
      () =>
        stood(design, {
          ...standing,
          hand: inCloth(seed + i, [a, b, c].find((colour) => apart(colour, ink) > 120 && colour !== ground) ?? pale),
          coat,
        }),
    ][(i + seed) % 3]
    return rect({ ...at, w: at.w + 1 }, ground) + (drawn?.() ?? '')
  })
  const { en, it } = NAMES[craft]
  return finished(area, clipped(areaPath(area), tiles.join('')), {
    en: `${en} as outlines, lines and cloth in ${palette.name.en}`,
    it: `${it} in sagome, linee e stoffa, nei toni ${palette.name.it}`,
  })
}

function inCloth(index: number, colour: string): Hand {
  return (figure, coat) => {
    const dye = { ground: coat.ink, one: colour, two: mixed(coat.ink, coat.paper, 0.45), three: colour }
    const cloth = patternOf(index).draw({ x: -40, y: 0, w: 1080, h: 1000 }, dye, 110, randomFrom('collection', index))
    return silhouette(figure, coat) + clipped(figure.contour, cloth)
  }
}
