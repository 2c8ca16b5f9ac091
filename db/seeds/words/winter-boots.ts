import { writtenDesigns } from '../written.ts'

/** The entries of “Lo stivale che resta”. */
export const WINTER_BOOTS = writtenDesigns(`
lace-up boot · Malga
Lo scarponcino di mio nonno pesava un chilo e due. Ho tenuto il gancio in alto, il bordo alto e la lingua cucita ai lati; il resto l’ho lasciato in montagna.

Chelsea boot · Senza mani
Si infila mentre si tiene un ombrello, un cane e una telefonata. L’elastico è più largo dietro che davanti, dove il piede spinge davvero.

wellington · Argine
Stivale di gomma che non si vergogna di entrare al bar. La risvoltina è di lana e si cambia quando si consuma.

riding boot · Doma
Dritto come quelli da sella, ma con il gambale che si apre dietro: i polpacci non sono tutti disegnati nello stesso anno.

cowboy boot · Bassa Padana
Il texano, ma di qui: la nebbia al posto della polvere, le impunture come i filari visti dal treno.

heeled boot · Terza fila
Il tacco si deve sentire in teatro, non nelle ginocchia. Sei centimetri, base larga, punta che respira.

lace-up boot · Campo lungo
Per chi attraversa campi arati e poi una riunione. La suola si risuola due volte: ho disegnato la cucitura perché si veda.

Chelsea boot · Portone
Semplice come un portone: due ante, una cerniera nascosta, un battente dietro per tirarlo su.

wellington · Acqua alta
A Venezia si cammina sulle passerelle e si cade dai bordi. Il profilo chiaro alla caviglia dice fin dove si può scendere.

riding boot · Stalla pulita
Sono veterinaria. Si lava con la gomma, in piedi, senza toglierlo. Il resto è vanità, e ce n’è quanto basta.

cowboy boot · Liscio
Per ballare il liscio di sabato nelle sagre d’inverno. Suola di cuoio davanti, gomma dietro: si gira e non si cade.

heeled boot · Vernissage
Un tronchetto per stare tre ore davanti allo stesso quadro con un bicchiere in mano.

lace-up boot · Ottava ora
Lacci fino alla caviglia e ganci dopo: si allenta a metà giornata, che è quando serve.

lace-up boot · Ponteggio
Lo stivale di cantiere di mio padre, puntale compreso, portato in città con rispetto.

Chelsea boot · Anfibio gentile
Ha l’altezza di un anfibio e le maniere di una pantofola. L’interno è di panno cotto.
`)
