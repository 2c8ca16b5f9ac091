import { castDuels } from '../acts/cast-duels.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { drawScarf } from '../drawings/scarves.ts'
import { LININGS } from '../words/linings.ts'
import type { World } from '../world.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  method: 'duels',
  title: 'The lining nobody sees',
  product: 'a printed cotton lining for the winter boots',
  summary:
    'The inside of a boot is seen twice a day, for a second, by one person. We should like to print something there that is worth the second.',
  brief: `The winter boots are lined with undyed cotton. From next year that cotton can be **printed**, in three colours, on both sides of the seam.

Draw us the print. It repeats every 32 centimetres, it is cut without looking, and it disappears as soon as the foot is in.

### How we choose

Few designs, all of one size: the community compares them **two at a time**. “Which of these two?” is quicker to say than what a four means.`,
  prizes: '**The winner** receives € 800 and two pairs of the boots, one to wear and one to look into.',
  rightsTerms: LICENCE_TERMS.en,
  questions: [],
}

/** A vote by duels in full swing: six designs alike, which the members compare two at a time. */
export async function tellDuels(world: World): Promise<{ slug: string }> {
  const contest = await holdContest(world, {
    language: 'en',
    words: WORDS,
    days: { published: -30, opens: -24, votingOpens: -4, votingCloses: 6, decisionDue: 13 },
    panel: ['ruben-achterberg', 'chiara-monaldi'],
    admin: 'tommaso-brandi',
    head: () => drawScarf(41),
  })
  const entries = await enterDesigns(world, contest, {
    craft: 'scarf',
    designs: LININGS,
    spotlights: { 'Small Hours': { appeal: 3.4 } },
    answers: [],
    firstSeed: 42,
    furtherEvery: 0,
    turn: 12,
    until: contest.votingOpens,
  })
  await castDuels(world, contest, {
    entries,
    voters: 24,
    // Davide’s ballot is begun, for whoever signs in as him.
    leaving: { 'davide-rinaldi': 1 },
    until: world.now,
  })
  return { slug: contest.slug }
}
