import { castBallots } from '../acts/cast-ballots.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { answerAll, countVotes, giveVerdicts, sign, type Word, type Words } from '../acts/judge.ts'
import { drawCollection } from '../drawings/collections.ts'
import { STANDING_SHOES } from '../words/standing-shoes.ts'
import type { World } from '../world.ts'
import { walkToTheShelf } from './launched-run.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WINNER = 'Corsia'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  title: 'Per chi sta in piedi',
  product: 'una scarpa per chi lavora in piedi',
  summary:
    'Infermiere, cuochi, maestre, commessi, macchinisti di scena: chi lavora in piedi merita una scarpa bella quanto quelle di chi sta seduto.',
  brief: `C’è chi al lavoro si siede e chi no. Per chi non si siede esistono scarpe sicure, lavabili, certificate, e **brutte**. Nessuno le sceglie: vengono assegnate.

Vorremmo farne una che si sceglie.

### Serve che

- regga dodici ore e ventimila passi,
- non scivoli sul bagnato e non fischi sul linoleum,
- si lavi, per davvero,
- a fine turno non si debba nascondere nell’armadietto.

### Si può fare

Suola in gomma naturale o EVA, plateau fino a 45 millimetri, tomaia in pelle idrorepellente o tela tecnica. La cucitura la decidiamo insieme.`,
  prizes: `**Chi vince** riceve 2.500 euro, il quattro per cento delle vendite nette e dieci paia per il suo reparto, la sua cucina, la sua classe.

**Il primo per la comunità**, se non è lo stesso, riceve 800 euro.`,
  rightsTerms: LICENCE_TERMS.it,
  questions: [
    {
      kind: 'choice',
      prompt: 'Dove si lavora con questa scarpa?',
      hint: '',
      options: ['In corsia', 'In cucina', 'Dietro un banco', 'In magazzino', 'All’aperto', 'A scuola'],
      required: true,
    },
    {
      kind: 'short',
      prompt: 'Che cosa fa male a fine turno?',
      hint: 'A te, non ai manuali.',
      options: [],
      required: true,
    },
  ],
}

const SORE = [
  'Il tallone, dalla parte di fuori.',
  'La schiena, ma comincia dai piedi.',
  'Le dita: le scarpe sono tutte troppo strette davanti.',
  'Niente, fino a quando mi siedo.',
  'Il collo del piede, dove passa il laccio.',
] as const

const PANEL_WORDS: Words = {
  [WINNER]: [
    ['ottavia-serra', 'approve', 'Si vede che chi l’ha disegnata l’avrebbe voluta ieri.'],
    [
      'yusuf-demir',
      'approve-with-changes',
      'Yes. The heel strap has to be one piece with the upper, or it will be the first thing to go.',
    ],
    ['chiara-monaldi', 'approve', 'La pelle idrorepellente che serve ce l’abbiamo già.'],
  ],
}

const OTHERWISE: readonly (readonly Word[])[] = [
  [
    ['ottavia-serra', 'approve'],
    ['yusuf-demir', 'approve'],
    ['chiara-monaldi', 'approve-with-changes', 'Va bene, con un’altra suola: quella disegnata non si lava.'],
  ],
  [
    ['ottavia-serra', 'approve', 'Bella da ferma. Per una scarpa da banco è mezzo lavoro fatto.'],
    ['yusuf-demir', 'abstain'],
    ['chiara-monaldi', 'approve'],
  ],
  [
    ['ottavia-serra', 'abstain', 'Mi piace ma non so dire perché, e per un verdetto non basta.'],
    ['yusuf-demir', 'approve-with-changes', 'The sole needs a second density under the heel.'],
    ['chiara-monaldi', 'approve'],
  ],
  [
    ['ottavia-serra', 'approve'],
    ['yusuf-demir', 'approve'],
    ['chiara-monaldi', 'approve'],
  ],
]

/** The crowd and the brand agreed at once; nine months later the shoe is in the shop. */
export async function tellLaunched(world: World): Promise<{ slug: string; runId: string; productSlug: string }> {
  const { day } = world
  const contest = await holdContest(world, {
    language: 'it',
    words: WORDS,
    days: { published: -346, opens: -340, votingOpens: -318, votingCloses: -308, decisionDue: -300 },
    panel: ['ottavia-serra', 'yusuf-demir', 'chiara-monaldi'],
    admin: 'livia-calandra',
    head: () => drawCollection('shoe', 5),
  })
  const entries = await enterDesigns(world, contest, {
    craft: 'shoe',
    designs: STANDING_SHOES,
    spotlights: {
      [WINNER]: { by: 'irene-basso', appeal: 4.6, drawing: 4, views: ['hero', 'detail', 'sketch'] },
      'Mise en place': { by: 'marco-bellandi', appeal: 3.4 },
      Cattedra: { by: 'beatrice-lodi', appeal: 3.3 },
    },
    answers: [SORE],
    firstSeed: 70,
    furtherEvery: 0,
    turn: 1,
    until: contest.votingOpens,
  })
  await castBallots(world, contest, { entries, voters: 24, until: contest.votingCloses })
  const places = await countVotes(world, contest, entries)
  await giveVerdicts(world, places, {
    words: PANEL_WORDS,
    otherwise: OTHERWISE,
    leaders: 5,
    from: day(-306, '09:30'),
  })
  const letter = 'La prima per voi è la prima anche per noi: non capita spesso, e ci fa piacere dirlo per iscritto.'
  const runId = await sign(world, contest, { signer: 'ottavia-serra', letter, at: day(-302, '12:15') })
  await answerAll(world, contest, places, {
    by: 'livia-calandra',
    at: day(-301, '21:05'),
    single: {
      [WINNER]: ['in-production', 'Cominciamo lunedì. Paolo ha già chiesto se può fare lui la forma.'],
    },
    rest: [
      ['runner-up', 4, 'Ci è mancato poco. Il giudizio era favorevole: tra i primi cinque poteva vincerne uno solo.'],
      [
        'not-now',
        3,
        'L’idea ci piace, ma chiede una suola che oggi non sappiamo fare lavabile. La teniamo da parte, con il tuo nome.',
      ],
      [
        'not-selected',
        0,
        'È una bella scarpa per camminare, meno per stare fermi: il peso cade tutto davanti. Riprova, per favore.',
      ],
    ],
  })
  const design = entries.find(({ title }) => title === WINNER)
  if (!runId || !design) throw new Error(`“${WINNER}” did not win.`)
  const run = { runId, design, language: 'it', producer: 'marta-vergani' } as const
  return { slug: contest.slug, runId, productSlug: await walkToTheShelf(world, run) }
}
