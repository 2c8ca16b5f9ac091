import { writtenDesigns } from '../written.ts'

/** The entries of “La borsa del mercato”. */
export const MARKET_BAG = writtenDesigns(`
tote · Sporta
La sporta di mia nonna era di plastica intrecciata e non è mai morta. Questa è di tela e cuoio e ci prova: fondo rigido, manici lunghi quanto basta per metterla in spalla col cappotto.

bucket bag · Secchiello del pesce
Lavoro al mercato di Chioggia e so che cosa gocciola. Fodera che si stacca con quattro bottoni, si sciacqua e si appende.

backpack · Due mani libere
Chi ha un bambino per mano non ha una mano per la spesa. Uno zaino che si apre tutto dall’alto, come una cassetta.

satchel · Cartella della spesa
Ho rubato la forma alla cartella di scuola: scomparti veri, le uova da una parte e le patate dall’altra, per sempre separate.

half-moon bag · Fetta di melone
Si appoggia sul banco e sta in piedi da sola. Il curvo è preso da una fetta di melone di Cantalupo, pesata e pagata.

tote · Mezza vela
Fatta con la tela della barca di mio zio. Le cuciture sono quelle della vela, a zigzag, perché devono lavorare anche loro.

backpack · Il sabato mattina
Dentro c’è una rete che si tira fuori: la frutta sotto, il pane sopra, il giornale nella schiena.

satchel · Resto in moneta
Una tasca piccola sul manico, per le monete, che si apre con il pollice senza posare la borsa.

half-moon bag · Barchetta
Mia figlia la fa di carta, io l’ho fatta di cuoio. Piegata in due sta in tasca, aperta porta sei chili.

messenger bag · Lungo gli argini
Per chi al mercato ci va in bicicletta e torna controvento. La tracolla ha un cuscinetto che resta dov’è.

tote · Lista della spesa
Sul fianco c’è una riga di pelle chiara: ci si scrive sopra a matita e si cancella con la mollica.

backpack · Campanile
Stretto e alto, perché al mercato del mio paese si passa di taglio. La punta è la maniglia.
`)
