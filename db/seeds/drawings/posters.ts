import { apart } from './colours.ts'
import {
  areaPath,
  clipped,
  type Drawing,
  finished,
  nth,
  type Random,
  randomFrom,
  type Some,
  type View,
  type Words,
} from './drawing.ts'
import { PALETTES, type Palette } from './palettes.ts'
import { profile, twoFaced } from './poster-faces.ts'
import { bird, jazz, stillLife } from './poster-figures.ts'
import { arcs, balance, oneLetter, raster, tumbling, wordTower } from './poster-letters.ts'
import { bouquet, cutOuts } from './poster-plants.ts'
import { type Inks, PAGE, type Plate } from './poster-plates.ts'
import { city, hills, seaside } from './poster-scenes.ts'
import { hang } from './poster-walls.ts'

const COMPOSITIONS: Some<{ name: Words; draw: (plate: Plate, random: Random) => string }> = [
  { name: { en: 'poster with hills and cypresses', it: 'manifesto con colline e cipressi' }, draw: hills },
  { name: { en: 'typographic poster', it: 'manifesto tipografico' }, draw: wordTower },
  { name: { en: 'poster of a face in two halves', it: 'manifesto con un volto in due metà' }, draw: twoFaced },
  { name: { en: 'poster of concentric arcs', it: 'manifesto di archi concentrici' }, draw: arcs },
  { name: { en: 'jazz poster', it: 'manifesto jazz' }, draw: jazz },
  { name: { en: 'poster with a bouquet', it: 'manifesto con un mazzo di fiori' }, draw: bouquet },
  { name: { en: 'poster with one giant letter', it: 'manifesto con una lettera gigante' }, draw: oneLetter },
  { name: { en: 'poster of a town at night', it: 'manifesto di una città di notte' }, draw: city },
  { name: { en: 'poster of a bird', it: 'manifesto con un uccello' }, draw: bird },
  {
    name: { en: 'poster of discs and bars in balance', it: 'manifesto di cerchi e barre in equilibrio' },
    draw: balance,
  },
  { name: { en: 'poster of a sail at sunset', it: 'manifesto con una vela al tramonto' }, draw: seaside },
  { name: { en: 'poster of tumbling letters', it: 'manifesto di lettere in caduta' }, draw: tumbling },
  { name: { en: 'poster with a profile', it: 'manifesto con un profilo' }, draw: profile },
  { name: { en: 'poster with a swelling raster', it: 'manifesto con un retino che si gonfia' }, draw: raster },
  { name: { en: 'poster of paper cut-outs', it: 'manifesto di carte ritagliate' }, draw: cutOuts },
  { name: { en: 'poster of bottles and jugs', it: 'manifesto di bottiglie e brocche' }, draw: stillLife },
]

const TITLES: Some<string> = [
  'FESTA',
  'ESTATE',
  'CINEMA',
  'LUCE',
  'NOTTE',
  'MARE',
  'BALLO',
  'RITMO',
  'SWING',
  'TEATRO',
  'VENTO',
  'PIAZZA',
  'ROMANZO',
  'SALONE',
  'VOCI',
]

export function drawPoster(seed: number, view: View = 'hero'): Drawing {
  const palette = nth(PALETTES, seed * 11 + 4)
  const { name, draw } = nth(COMPOSITIONS, seed * 5 + Math.floor(seed / COMPOSITIONS.length))
  const inks = inksOf(palette, seed)
  const page = (variant: Inks = inks) =>
    clipped(
      areaPath(PAGE),
      draw(
        { word: nth(TITLES, seed * 4 + Math.floor(seed / TITLES.length)), seed, inks: variant },
        randomFrom('poster', seed),
      ),
    )
  const [area, content, how] = hang(page, inks, seed, view)
  const alt = {
    en: `${begun(name.en)} in ${palette.name.en}, ${how.en}`,
    it: `${begun(name.it)} nei toni ${palette.name.it}, ${how.it}`,
  }
  return finished(area, content, alt)
}

function inksOf({ ground, ink, colours }: Palette, seed: number): Inks {
  const [a, b, c, pale] = colours
  const free = [a, b, c].filter((colour) => apart(colour, ground) > 60)
  const turn = (i: number) => free[(i + seed) % free.length] ?? a
  const paper = seed % 4 === 3 && apart(pale, ink) > 250 ? pale : ground
  return { paper, ink, a: turn(0), b: turn(1), c: turn(2) }
}

function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
