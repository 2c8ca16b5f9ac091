import { castBallots } from '../acts/cast-ballots.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { reportDesigns } from '../acts/report-designs.ts'
import { stuffBallots } from '../acts/stuff-ballots.ts'
import { drawCollection } from '../drawings/collections.ts'
import { WALKING_HOME } from '../words/walking-home.ts'
import type { World } from '../world.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  title: 'The shoe you walk home in',
  product: 'a pair of shoes for the evening way home',
  summary:
    'Everybody designs the shoe people leave the house in. We want to make the one they come back in: tired, unhurried, at the end of the day.',
  brief: `In the morning a shoe has work to do. It must look awake, it must keep up, it must survive the coffee. Of the way **back** nobody ever thinks, although it is the same distance and the feet are eight hours older.

Draw us that shoe.

### What we know about it

- It is walked in for somewhere between ten minutes and an hour, mostly on pavement, often in bad light.
- Feet are up to half a size larger in the evening than in the morning.
- It may be changed into at the door of the office, so it should be easy to carry, to put on, or both.

### What we can make

Cemented, stitched-down or Blake construction, on our own lasts or on yours. Leather, canvas, felt, wool, cork, rope and natural rubber are in the house. Knitted uppers and moulded foams are not.

### What we do not want

A running shoe that is sorry. A slipper that is ashamed. Anything that explains itself.`,
  prizes: `**The winner** receives € 3,000, four per cent of net sales for as long as the shoe is sold, and the first pair made.

**The crowd’s first**, should it not be the winner, receives € 1,000: the community was heard, even when we say no.`,
  rightsTerms: LICENCE_TERMS.en,
  entriesPerPerson: 3,
  minimumScores: 10,
  extensionDays: 3,
  questions: [
    {
      kind: 'choice',
      prompt: 'Where does the walk end?',
      hint: 'It helps us to choose the sole.',
      options: ['In a city flat', 'At the end of a village road', 'After a train and ten more minutes', 'By the water'],
      required: true,
    },
    { kind: 'short', prompt: 'What is the upper made of?', hint: '', options: [], required: true },
    {
      kind: 'long',
      prompt: 'What would you give up to keep the price down?',
      hint: 'Nobody is held to it.',
      options: [],
      required: false,
    },
  ],
}

const MATERIALS = [
  'Washed canvas and a little suede where it bends.',
  'Vegetable-tanned calf, unlined.',
  'Boiled wool from one supplier, edges left raw.',
  'Two layers of cotton duck, glued with latex.',
  'Felt, with leather only at the heel.',
  'Whatever was left from your winter boots.',
  'Nubuck, because it may look worn from the start.',
  'Denim offcuts, pieced.',
] as const
const SACRIFICES = [
  'The box. Give people a cloth bag and a handshake.',
  'The second colour. It is vanity.',
  'The lining in the toe; nobody ever sees it and the foot does not mind.',
  'Metal eyelets. Stitched ones last as long.',
  'Half sizes.',
  'Nothing on the sole, everything on the ornament.',
] as const

/** A vote in full swing: forty-eight designs, some thirty ballots so far, most of them full enough, and six of them stuffed. */
export async function tellVoting(world: World): Promise<{ slug: string }> {
  const contest = await holdContest(world, {
    language: 'en',
    words: WORDS,
    days: { published: -40, opens: -33, votingOpens: -5, votingCloses: 4, decisionDue: 14 },
    panel: ['ottavia-serra', 'ruben-achterberg', 'yusuf-demir'],
    admin: 'livia-calandra',
    head: () => drawCollection('shoe', 1),
  })
  const entries = await enterDesigns(world, contest, {
    craft: 'shoe',
    designs: WALKING_HOME,
    spotlights: {
      'Platform Nine': { by: 'jonas-weber', appeal: 3.5, views: ['hero', 'detail', 'sketch'] },
      'Two Hundred Steps': { by: 'kwame-mensah', appeal: 3.3 },
      'The Long Corridor': { appeal: 3.4, views: ['hero', 'sketch'] },
      'Two Stops Early': { by: 'elin-sandberg' },
      Ironmonger: { by: 'liam-osullivan', with: ['samuel-adeyemi'] },
    },
    answers: [MATERIALS, SACRIFICES],
    firstSeed: 0,
    furtherEvery: 16,
    turn: 3,
    until: contest.votingOpens,
  })
  await castBallots(world, contest, {
    entries,
    voters: 31,
    // Davide's ballot is begun and not yet full enough, for whoever signs in as him.
    leaving: { 'davide-rinaldi': 3 },
    until: world.now,
  })
  await stuffBallots(world, contest, { entries, favourite: 'Ankle Weather', at: world.day(-2, '22:10') })
  await reportDesigns(world, entries, [
    {
      title: 'Bus Driver’s Sunday',
      by: 'pietro-galli',
      reason: 'reveals-the-author',
      detail: 'The story says what the designer does for a living.',
      at: world.day(-4, '12:10'),
      dismissed: { by: 'tommaso-brandi', note: 'Driving a bus is not a signature.' },
    },
    {
      title: 'Slipper, Promoted',
      by: 'camilla-de-santis',
      reason: 'copied',
      detail: 'Very close to a felt slipper that is sold all over Tyrol, seam over the toe included.',
      at: world.day(-2, '21:35'),
    },
    {
      title: 'Slow Kilometre',
      by: 'simone-conti',
      reason: 'against-the-brief',
      detail: 'The brief says: not a running shoe that is sorry. This one apologises twice.',
      at: world.day(-1, '08:15'),
    },
  ])
  return { slug: contest.slug }
}
