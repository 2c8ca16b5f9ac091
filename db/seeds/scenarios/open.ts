import { beginDesign } from '../acts/begin-design.ts'
import { enterDesigns } from '../acts/enter-designs.ts'
import { type BriefWords, holdContest } from '../acts/hold-contest.ts'
import { drawBag } from '../drawings/bags.ts'
import { drawCollection } from '../drawings/collections.ts'
import { MARKET_BAG } from '../words/market-bag.ts'
import type { World } from '../world.ts'
import { HOUSE_RULES, LICENCE_TERMS } from './terms.ts'

const WORDS: BriefWords = {
  ...HOUSE_RULES,
  title: 'La borsa del mercato',
  product: 'una borsa per fare la spesa al mercato',
  printWidthMm: 280,
  printHeightMm: 350,
  printBleedMm: 3,
  printColour: 'cmyk',
  summary:
    'Porta sei chili, sta in piedi da sola sul banco e non si vergogna di entrare in chiesa: ci disegni la borsa per il sabato mattina?',
  brief: `Al mercato si va con quel che c’è: un sacchetto di tela regalato da una banca, uno zaino da montagna, una borsa di plastica piegata in quattro. Funzionano tutti, e nessuno è una **borsa**.

Noi sappiamo cucire il cuoio e la tela pesante. Il sabato mattina ci andiamo anche noi, e sappiamo che cosa succede: i porri non entrano, le pesche finiscono sotto, il resto in moneta non si sa dove metterlo.

### Che cosa deve fare

- Portare **sei chili** senza segare la spalla.
- Stare in piedi mentre si paga.
- Lavarsi: il fondo, almeno.
- Essere bella vuota, perché per sei giorni sta appesa in cucina.

### Che cosa possiamo fare

Cuoio al vegetale, tela di cotone fino a 18 once, canapa, corda. Bottoni e fibbie da una fonderia qui vicino. Niente cerniere stagne, niente plastica termosaldata.`,
  prizes: `**Chi vince** riceve 2.000 euro, il quattro per cento delle vendite nette e la prima borsa fatta.

**Il primo per la comunità**, se non è lo stesso, riceve 700 euro.`,
  rightsTerms: LICENCE_TERMS.it,
  questions: [
    {
      kind: 'choice',
      prompt: 'Come si porta?',
      hint: 'Se in più modi, quello che conta di più.',
      options: ['In mano', 'In spalla', 'A tracolla', 'Sulla schiena'],
      required: true,
    },
    {
      kind: 'short',
      prompt: 'Quanto pesa da vuota, secondo te?',
      hint: 'Anche a occhio.',
      options: [],
      required: true,
    },
    {
      kind: 'long',
      prompt: 'Che cosa ci metti dentro tu, il sabato?',
      hint: '',
      options: [],
      required: false,
    },
  ],
}

const WEIGHTS = [
  'Seicento grammi, se la tela è quella da 16 once.',
  'Meno di un litro di latte.',
  '850 grammi con la fodera, 700 senza.',
  'Mezzo chilo. Ho pesato il modello di carta e moltiplicato per otto.',
  'Non lo so ancora: dipende dal fondo.',
] as const
const CONTENTS = [
  'Due chili di mele, un pane grande, il formaggio della signora in fondo, e sempre un mazzo di fiori che non avevo previsto.',
  'Pesce, ghiaccio, limoni, prezzemolo. Il prezzemolo me lo regalano.',
  'Libri, per lo più. Il mercato è anche dell’usato.',
  'Uova, e da lì in poi tutto il resto si adatta.',
] as const

/** Entries are open for another ten days; there is no hurry yet. */
export async function tellOpen(world: World): Promise<{ slug: string }> {
  const contest = await holdContest(world, {
    language: 'it',
    words: WORDS,
    days: { published: -16, opens: -12, votingOpens: 10, votingCloses: 21, decisionDue: 30 },
    panel: ['ottavia-serra', 'chiara-monaldi', 'ruben-achterberg'],
    admin: 'livia-calandra',
    head: () => drawCollection('bag', 4),
  })
  await enterDesigns(world, contest, {
    craft: 'bag',
    designs: MARKET_BAG,
    spotlights: {
      'Secchiello del pesce': { by: 'martina-costa', views: ['hero', 'sketch'] },
      // For whoever looks at the near matches.
      'Il sabato mattina': { by: 'simone-conti', mirrors: 'Due mani libere' },
      'Mezza vela': { by: 'alice-pagani', views: ['hero', 'detail', 'sketch'] },
      'Cartella della spesa': { by: 'beatrice-lodi' },
      // Still to be answered, by whoever signs in as him.
      'Lista della spesa': { by: 'valentina-ruggeri', asks: ['davide-rinaldi'] },
      Barchetta: { by: 'agnese-poli', with: ['elena-grassi'] },
    },
    answers: [WEIGHTS, CONTENTS],
    firstSeed: 40,
    furtherEvery: 0,
    turn: 11,
    until: world.now,
  })
  await beginDesign(world, contest, {
    by: 'elin-sandberg',
    title: 'Sportina',
    story: 'A tote that hangs from the handlebar and from the kitchen door, on the same loop.',
    draw: () => drawBag(77, 'sketch'),
    at: new Date(world.now.getTime() - 2 * 3_600_000),
  })
  return { slug: contest.slug }
}
