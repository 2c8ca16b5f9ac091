import { castDuels } from '../acts/cast-duels.ts'
import { compareFinalists } from '../acts/compare-finalists.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { answerAll, countVotes, giveVerdicts, sign, type Word } from '../acts/judge.ts'
import { drawScarf } from '../drawings/scarves.ts'
import { WINDOW_SCARVES } from '../words/window-scarves.ts'
import type { World } from '../world.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  method: 'duels',
  title: 'A scarf to wrap the parcel in',
  product: 'a square silk scarf, 70 by 70 centimetres',
  printWidthMm: 700,
  printHeightMm: 700,
  printBleedMm: 10,
  printPpi: 150,
  printColour: 'rgb',
  summary:
    'Every pair that leaves the workshop is wrapped in paper. We wondered whether it could be wrapped in something that nobody throws away.',
  brief: `We have never made a scarf. We should like to wrap our parcels in one: 70 by 70 centimetres, silk twill, four colours, hemmed by machine.

It must look like something **folded**, because that is how it is first seen, and like something **given**.

### What we know

A printer near Como would print it, from three hundred pieces. We do not know the trade: part of this contest is finding out.`,
  prizes: `**The winner** receives € 1,500, four per cent of net sales and ten scarves.

**The crowd’s first** receives € 500, also if nothing is made.`,
  rightsTerms: LICENCE_TERMS.en,
  questions: [
    { kind: 'short', prompt: 'How is it worn once the parcel is open?', hint: '', options: [], required: true },
  ],
}

const WORN = [
  'Round the neck, badly tied, all day.',
  'On the handle of the bag it came with.',
  'Over the hair, on a bicycle.',
  'Not at all. It hangs on the wall.',
] as const

const NEVER: readonly (readonly Word[])[] = [
  [
    [
      'chiara-monaldi',
      'veto:cost',
      'Printed to the edge, the scarf has to be rolled and hemmed by hand: that alone is € 31, and the scarf is meant to be the wrapping of something else.',
    ],
    ['ottavia-serra', 'approve', 'I would wear it tomorrow.'],
  ],
  [
    [
      'chiara-monaldi',
      'veto:cost',
      'The same hem as the first: by hand, € 31. With a printed margin it would be a machine’s work, and it would be another drawing.',
    ],
    ['ottavia-serra', 'approve-with-changes', 'Yes, a tone darker; silk eats light colours.'],
  ],
  [
    [
      'chiara-monaldi',
      'veto:cannot-be-made',
      'Lines thinner than a millimetre run into each other on twill. We had two strike-offs made in Como, and in both of them they did.',
    ],
    ['ottavia-serra', 'abstain'],
  ],
  [
    [
      'chiara-monaldi',
      'veto:cost',
      'Six screens instead of the four that the brief allows; each further one adds € 4.20 at three hundred pieces.',
    ],
    ['ottavia-serra', 'approve'],
  ],
  [
    [
      'chiara-monaldi',
      'veto:ip-conflict',
      'The border is very near to one that a house in Como has been printing since 1974, and they are the people who would print this.',
    ],
    ['ottavia-serra', 'abstain', 'I had not known that border. Now I cannot unsee it.'],
  ],
]

/** An honest no: nothing of what was drawn could be made for the price, and the house says so in a letter. */
export async function tellNoProduction(world: World): Promise<{ slug: string }> {
  const { day } = world
  const contest = await holdContest(world, {
    language: 'en',
    words: WORDS,
    days: { published: -236, opens: -230, votingOpens: -209, votingCloses: -200, decisionDue: -192 },
    panel: ['ottavia-serra', 'chiara-monaldi'],
    admin: 'tommaso-brandi',
    head: () => drawScarf(1),
  })
  const entries = await enterDesigns(world, contest, {
    craft: 'scarf',
    designs: WINDOW_SCARVES,
    spotlights: {
      'Knot Twice': { by: 'leila-haddad', appeal: 3.6 },
      'Four Corners of the Bench': { by: 'amara-okafor', appeal: 3.4 },
    },
    answers: [WORN],
    firstSeed: 2,
    furtherEvery: 0,
    turn: 30,
    until: contest.votingOpens,
  })
  await castDuels(world, contest, { entries, voters: 19, until: contest.votingCloses })
  const places = await countVotes(world, contest, entries)
  await compareFinalists(world, contest, {
    jurors: ['ottavia-serra', 'chiara-monaldi'],
    from: day(-198, '10:00'),
  })
  await giveVerdicts(world, places, { words: {}, otherwise: NEVER, leaders: 5, from: day(-197, '14:00') })
  const letter = `We asked you for something we do not know how to make, and you drew it better than we deserved.

Then we went to Como with the first five. Printed to the edge, as all of them are and as they should be, the scarf has to be hemmed by hand; printed with a margin, it is no longer what you voted for. Either way it costs more than many of the things it would wrap.

So nothing is made. That is our mistake, not yours: the question was asked before we knew the price of the answer. The community prize is paid, all rights are back with you from today, and the next brief will be about something that we can hold in our hands.

Livia Calandra`
  await sign(world, contest, { signer: 'ottavia-serra', letter, at: day(-193, '11:00') })
  await answerAll(world, contest, places, {
    by: 'tommaso-brandi',
    at: day(-186, '15:20'),
    single: {},
    rest: [
      ['vetoed', 5, 'The hem would cost more than the parcel. The letter above says the rest, and we mean it.'],
      ['not-selected', 0, 'It was not among the five that were taken to the printer. All rights are back with you.'],
    ],
  })
  return { slug: contest.slug }
}
