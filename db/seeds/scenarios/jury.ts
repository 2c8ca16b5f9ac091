import { castBallots } from '../acts/cast-ballots.ts'
import { compareFinalists } from '../acts/compare-finalists.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { countVotes, giveVerdicts, type Words } from '../acts/judge.ts'
import { drawCollection } from '../drawings/collections.ts'
import { WINTER_BOOTS } from '../words/winter-boots.ts'
import type { World } from '../world.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  title: 'Lo stivale che resta',
  product: 'uno stivale da inverno',
  summary:
    'Uno stivale solo, fatto per essere risuolato tre volte. Alto, basso, da campo o da città: che valga la pena di tenerlo dieci inverni.',
  brief: `Ogni autunno qualcuno ci porta a risuolare uno stivale nostro di dodici, quindici anni fa. Lo guardiamo tutti, dal banco, come si guarda un parente tornato dall’estero. Poi lo ripariamo.

Vogliamo fare **uno stivale che resta**: non quello di questo inverno, quello dei prossimi dieci.

### Che cosa chiediamo

- Una cucitura che si possa disfare e rifare: Goodyear, ideal o norvegese. La gomma vulcanizzata va bene, se la suola si cambia.
- Una forma che non abbia bisogno di essere spiegata fra dieci anni.
- Una cosa, **una sola**, che non si è mai vista.

### Che cosa abbiamo

Vacchetta, ingrassato, pelo di recupero, panno cotto, gomma naturale. I gambali li tagliamo fino a 42 centimetri.`,
  prizes: `**Chi vince** riceve 3.000 euro, il quattro per cento delle vendite nette e il primo paio, con tre risuolature già pagate.

**Il primo per la comunità**, se non è lo stesso, riceve 1.000 euro.`,
  rightsTerms: LICENCE_TERMS.it,
  questions: [
    {
      kind: 'choice',
      prompt: 'Quale lavorazione ha in mente il tuo stivale?',
      hint: 'Se non lo sai, dillo: ci pensiamo noi.',
      options: ['Goodyear', 'Ideal', 'Norvegese', 'Vulcanizzato', 'Non lo so'],
      required: true,
    },
    {
      kind: 'short',
      prompt: 'Qual è la cosa che non si è mai vista?',
      hint: 'Una riga.',
      options: [],
      required: true,
    },
  ],
}

const NEVER_SEEN = [
  'Il tirante è lo stesso pezzo del sottopiede: non si può strappare.',
  'La fodera si toglie e si lava, come quella di un cuscino.',
  'L’elastico sta dietro.',
  'Il bordo superiore si volta in su quando piove forte.',
  'Il tacco è avvitato, e la vite si vede.',
  'La linguetta è cucita a fisarmonica fino in cima.',
  'Niente: l’ho disegnato perché non ne avesse bisogno.',
] as const

const PANEL_WORDS: Words = {
  'Acqua alta': [
    ['ruben-achterberg', 'approve'],
    [
      'chiara-monaldi',
      'approve-with-changes',
      'Sì, se il profilo chiaro diventa gomma e non pelle: al sale la pelle bianca resiste una stagione.',
    ],
  ],
  Malga: [
    ['ruben-achterberg', 'approve', 'Everything that is stitched can be unstitched. That is the brief, answered.'],
    ['chiara-monaldi', 'approve'],
  ],
  'Stalla pulita': [
    [
      'chiara-monaldi',
      'veto:cost',
      'Il gambale in un pezzo solo chiede mezze pelli da 2,2 metri: a listino sarebbe oltre i 600 euro, il doppio di quanto il brief permette.',
    ],
    ['ruben-achterberg', 'approve-with-changes', 'A back seam would halve the leather and nobody would mind it.'],
  ],
  'Senza mani': [
    ['ruben-achterberg', 'approve-with-changes', 'The gusset must end a centimetre above the welt.'],
    ['ottavia-serra', 'approve', 'Semplice come dovrebbe essere tutto.'],
  ],
  Liscio: [
    [
      'chiara-monaldi',
      'abstain',
      'Mi astengo: le impunture mi ricordano un lavoro a cui ho messo mano anni fa, e non sarei giusta.',
    ],
  ],
}

/** The vote is closed and counted; two jurors have begun, the third is waited for. */
export async function tellJury(world: World): Promise<{ slug: string }> {
  const { day } = world
  const contest = await holdContest(world, {
    language: 'it',
    words: WORDS,
    days: { published: -52, opens: -46, votingOpens: -15, votingCloses: -3, decisionDue: 5 },
    panel: ['ottavia-serra', 'ruben-achterberg', 'chiara-monaldi'],
    admin: 'livia-calandra',
    head: () => drawCollection('boot', 3),
  })
  const entries = await enterDesigns(world, contest, {
    craft: 'boot',
    designs: WINTER_BOOTS,
    spotlights: {
      'Acqua alta': { by: 'anneke-visser', appeal: 4.0, views: ['hero', 'detail', 'sketch'] },
      Malga: { by: 'riccardo-fontana', appeal: 3.9, drawing: 1, views: ['hero', 'sketch'] },
      'Stalla pulita': { by: 'emma-rossetti', appeal: 3.7 },
      'Senza mani': { by: 'theo-janssens', appeal: 3.75, with: ['lorenzo-vitali'] },
      Liscio: { by: 'camilla-de-santis', appeal: 3.55 },
    },
    answers: [NEVER_SEEN],
    firstSeed: 0,
    furtherEvery: 0,
    turn: 24,
    until: contest.votingOpens,
  })
  await castBallots(world, contest, { entries, voters: 36, until: contest.votingCloses })
  const places = await countVotes(world, contest, entries)
  await compareFinalists(world, contest, { jurors: ['ruben-achterberg', 'chiara-monaldi'], from: day(-2, '09:10') })
  await giveVerdicts(world, places, { words: PANEL_WORDS, otherwise: [], leaders: 5, from: day(-2, '09:40') })
  return { slug: contest.slug }
}
