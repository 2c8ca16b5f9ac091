import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { drawPoster } from '../drawings/posters.ts'
import type { World } from '../world.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  title: 'Forty years, one poster',
  product: 'a poster, printed in three colours',
  summary:
    'The workshop turns forty in spring. We are going to paste one poster on every wall that lets us, and we should like it to be yours.',
  brief: `On a Tuesday in March, forty years ago, Ersilia Calandra borrowed a sewing machine and did not give it back. We want to celebrate that with **one poster**: 70 by 100 centimetres, three colours, screen-printed by our neighbours across the yard.

### It should

- say *Officina Calandra* and *40* somewhere, in letters that you drew yourself,
- work from the other side of the street,
- make somebody stop who has never thought about shoes.

### It need not

show a shoe. Really. We have plenty.

### Printing

Three inks, no halftones finer than 35 lines, paper may be one of them. The printers are patient and will overprint whatever you ask for.`,
  prizes: `**The winner** receives € 1,200 and fifty numbered prints. **The crowd’s first**, should it be another, receives € 400 and ten.

There is no royalty, because the poster is not for sale: people may take one home.`,
  royaltyBasisPoints: 0,
  printWidthMm: 700,
  printHeightMm: 1000,
  printBleedMm: 3,
  printPpi: 150,
  exclusivityDays: 60,
  rightsTerms: LICENCE_TERMS.en,
  questions: [
    {
      kind: 'choice',
      prompt: 'Which of the three colours is the paper?',
      hint: '',
      options: ['None, paper is white', 'The lightest', 'The darkest, printed on dark stock'],
      required: true,
    },
    {
      kind: 'short',
      prompt: 'Where should it hang first?',
      hint: 'A wall, a town, a door.',
      options: [],
      required: true,
    },
  ],
}

/** Published, not open yet: people may read it and sharpen their pencils. */
export async function tellAnnounced(world: World): Promise<{ slug: string }> {
  const contest = await holdContest(world, {
    language: 'en',
    words: WORDS,
    days: { published: -3, opens: 6, votingOpens: 27, votingCloses: 37, decisionDue: 46 },
    panel: ['ottavia-serra', 'chiara-monaldi', 'yusuf-demir'],
    admin: 'tommaso-brandi',
    head: () => drawPoster(4),
  })
  return { slug: contest.slug }
}
