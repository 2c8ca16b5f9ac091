/** The house's terms, in the language of the contest: what the winner agrees to. */
export const LICENCE_TERMS = {
  en: `You keep your design. If it wins, you license it to Officina Calandra for making and selling this product, worldwide, for as long as we sell it.

- **Until the decision** we ask you not to offer the same design elsewhere. If you do not win, that ends ninety days after the close of voting, whatever happens.
- **If you win**, you are paid the prize within thirty days and the royalty every quarter, with a statement of pairs sold and pairs returned.
- **Your name** is on the product, on the box and on the page, for as long as it is sold. You may ask us to leave it out.
- **Changes** that production needs are shown to you first. If you cannot live with one, you may withdraw your name; the royalty stays yours.
- **If we stop** for two years, all rights go back to you without a letter.`,
  it: `Il disegno resta tuo. Se vince, lo concedi in licenza a Officina Calandra per fare e vendere questo prodotto, in tutto il mondo, finché lo vendiamo.

- **Fino alla decisione** ti chiediamo di non offrire altrove lo stesso disegno. Se non vinci, l’impegno finisce comunque novanta giorni dopo la chiusura del voto.
- **Se vinci**, il premio arriva entro trenta giorni e le royalty ogni trimestre, con il conto dei pezzi venduti e di quelli resi.
- **Il tuo nome** sta sul prodotto, sulla scatola e sulla pagina finché il prodotto è in vendita. Puoi chiederci di non metterlo.
- **Le modifiche** che servono per produrre le vedi prima tu. Se una non ti va giù puoi ritirare il nome; le royalty restano tue.
- **Se ci fermiamo** per due anni, tutti i diritti tornano a te senza bisogno di una lettera.`,
} as const

/** What every brief of the house asks for unless it says otherwise. */
export const HOUSE_RULES = {
  rightsKind: 'licence',
  exclusivityDays: 90,
  royaltyBasisPoints: 400,
  minimumWidthPx: 1500,
  minimumHeightPx: 1500,
  printWidthMm: null,
  printHeightMm: null,
  printBleedMm: 0,
  printPpi: 300,
  printColour: 'any',
  minimumPictures: 1,
  maximumPictures: 6,
  entriesPerPerson: 2,
  enterAccountAgeDays: 0,
  voteAccountAgeDays: 0,
  method: 'scores',
  minimumScores: 0,
  extensionDays: 0,
  quorum: 2,
  candidates: 5,
  answerDays: 30,
} as const
