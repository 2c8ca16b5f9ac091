import { castBallots } from '../acts/cast-ballots.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { answerAll, countVotes, giveVerdicts, sign, type Word, type Words } from '../acts/judge.ts'
import { drawCollection } from '../drawings/collections.ts'
import { TWO_WHEELS } from '../words/two-wheels.ts'
import type { World } from '../world.ts'
import { walkHalfway } from './halfway-run.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const LEADER = 'Crescent Wrench'
const WINNER = 'Left Shoulder'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  title: 'One bag, two wheels',
  product: 'a bag for people who ride to work',
  summary:
    'A bag that rides well and then walks in as if it had never seen a bicycle. For commuters, couriers and everyone who arrives slightly out of breath.',
  brief: `There are bags for cycling, and they look like equipment. There are bags for work, and they end up in the spokes. In between there is a great number of people with wet backs.

We want to make **one bag** for both: on the way it belongs to the rider, on arrival it belongs to the room.

### It has to

- stay where it is when the rider looks behind,
- be opened with one hand, gloves on,
- hold a laptop of 14 inches, a rain jacket and an apple,
- survive an hour of steady rain without a plastic hood.

### It may not

have anything loose that can reach a wheel. We will ride every finalist.`,
  prizes: `**The winner** receives € 2,500, four per cent of net sales and the first bag made.

**The crowd’s first**, should it not be the winner, receives € 800.`,
  rightsTerms: LICENCE_TERMS.en,
  questions: [
    {
      kind: 'choice',
      prompt: 'Where does it sit while you ride?',
      hint: '',
      options: ['On the back', 'Across the body', 'On the rack', 'On the bars or under the frame'],
      required: true,
    },
    {
      kind: 'short',
      prompt: 'What does it do at the traffic light?',
      hint: 'One sentence.',
      options: [],
      required: true,
    },
  ],
}

const AT_THE_LIGHT = [
  'It waits on my hip.',
  'Nothing at all, which is the point.',
  'It lets me reach the gloves without taking it off.',
  'It stands on the rack and lets people admire it.',
  'It slides round to the front so that I can look at the map.',
] as const

const PANEL_WORDS: Words = {
  [LEADER]: [
    [
      'yusuf-demir',
      'veto:safety',
      'We cut it in canvas and I rode it for an hour. Worn under the arm, the half moon swings forward at every turn, and twice the zip pull touched the front spokes. We tried three straps that hold it; each of them takes away the very line that people voted for.',
    ],
    [
      'ottavia-serra',
      'approve',
      'The most beautiful silhouette of the fourteen. I understand the veto and I am sorry.',
    ],
    ['ruben-achterberg', 'abstain', 'I could make it. I could not promise that it stays out of the wheel.'],
  ],
  [WINNER]: [
    ['yusuf-demir', 'approve', 'Rode it for an hour, looked behind me forty times. It stayed.'],
    [
      'ottavia-serra',
      'approve-with-changes',
      'Yes, with the second strap in the same leather as the first: at the moment it looks like an afterthought, and it is the best idea in the bag.',
    ],
    ['ruben-achterberg', 'approve', 'Eleven pieces, no tricks. I would start on Monday.'],
  ],
}

/** Whoever else came among the first five is judged like this. */
const OTHERWISE: readonly (readonly Word[])[] = [
  [
    ['yusuf-demir', 'approve', 'Rides well, even badly packed.'],
    ['ottavia-serra', 'abstain', 'Close to something we already sell; I would rather not be the judge of it.'],
    ['ruben-achterberg', 'abstain', 'Too many ways to build it. I cannot say what the customer would get.'],
  ],
  [
    ['yusuf-demir', 'approve-with-changes', 'The handle must not turn. One more rivet and I am happy.'],
    ['ottavia-serra', 'abstain'],
    ['ruben-achterberg', 'abstain', 'I like it too much to be fair to the others.'],
  ],
  [
    ['yusuf-demir', 'abstain', 'I could not test it in the rain, because it did not rain.'],
    ['ottavia-serra', 'approve', 'It already looks like ours.'],
    ['ruben-achterberg', 'abstain', 'The corner is a fold on paper and four layers on the machine.'],
  ],
]

/** The crowd's first was vetoed for a reason, the second won, and its prototype is late. */
export async function tellHalfway(world: World): Promise<{ slug: string; runId: string }> {
  const { day } = world
  const contest = await holdContest(world, {
    language: 'en',
    words: WORDS,
    days: { published: -131, opens: -124, votingOpens: -98, votingCloses: -88, decisionDue: -80 },
    panel: ['ottavia-serra', 'ruben-achterberg', 'yusuf-demir'],
    admin: 'livia-calandra',
    head: () => drawCollection('bag', 2),
  })
  const entries = await enterDesigns(world, contest, {
    craft: 'bag',
    designs: TWO_WHEELS,
    spotlights: {
      [LEADER]: { by: 'nadia-benali', appeal: 5.2, drawing: 2, views: ['hero', 'detail'] },
      [WINNER]: {
        by: 'elin-sandberg',
        with: ['jonas-weber'],
        appeal: 3.7,
        drawing: 0,
        views: ['hero', 'detail', 'sketch'],
      },
      'Ride First, Carry Later': { by: 'kenji-watanabe', appeal: 3.2 },
      'Two Clicks to the Library': { by: 'greta-colombo', appeal: 3.1 },
      'Puncture Kit': { by: 'valentina-ruggeri', appeal: 3.1 },
    },
    answers: [AT_THE_LIGHT],
    firstSeed: 0,
    furtherEvery: 0,
    turn: 17,
    until: contest.votingOpens,
  })
  await castBallots(world, contest, { entries, voters: 32, until: contest.votingCloses })
  const places = await countVotes(world, contest, entries)
  const verdicts = { words: PANEL_WORDS, otherwise: OTHERWISE, leaders: 5, from: day(-86, '10:00') }
  await giveVerdicts(world, places, verdicts)
  const letter = `Nadia’s half moon came first by a distance, and we said no to it. Please read why before you are angry: it is on the ladder above, and we would rather be asked about it than thanked. The bag we are going to make came second. It is by Elin Sandberg and Jonas Weber, it has two straps, and we rode it all week.`
  const runId = await sign(world, contest, { signer: 'ottavia-serra', letter, at: day(-81, '17:30') })
  await answerAll(world, contest, places, {
    by: 'livia-calandra',
    at: day(-80, '18:40'),
    single: {
      [LEADER]: [
        'vetoed',
        'You won the vote and you were paid the community prize. The bag swings into the wheel when it is worn as drawn, and every cure we tried spoilt it. We should like to make it as a bag that never goes near a bicycle: may we write to you?',
      ],
      [WINNER]: ['in-production', 'We begin with the strap, because you did. The first pattern is already cut.'],
    },
    rest: [
      [
        'runner-up',
        3,
        'Very near. The panel had no objection that work could not cure, and we keep your drawing on the wall for the second series.',
      ],
      [
        'not-now',
        3,
        'We like it and cannot build it this year: the fittings it needs come from a foundry that is full until summer.',
      ],
      [
        'not-selected',
        5,
        'It rides well and walks less well: on the street it still reads as equipment. If you enter again, draw the arrival first.',
      ],
      [
        'not-selected',
        0,
        'The crowd was divided over this one and so were we. The idea is clear; the way it hangs on the body is not yet.',
      ],
    ],
  })
  const design = entries.find(({ title }) => title === WINNER)
  if (!runId || !design) throw new Error(`“${WINNER}” did not win.`)
  await walkHalfway(world, { runId, design, language: 'en', producer: 'marta-vergani' })
  return { slug: contest.slug, runId }
}
