import { writtenPeople } from '../written.ts'

/** The community, in the order in which they joined. */
export const MEMBERS = writtenPeople(`
Davide Rinaldi · it · Cammino molto, disegno poco, compro con calma. Qui soprattutto voto.
Elin Sandberg · en · Bag maker and bicycle commuter from Malmö. I begin with the strap.
Irene Basso · it · Infermiera a Vicenza. Dodici ore in piedi insegnano più di qualunque manuale di ergonomia.
Giulia Ferretti · it · Modellista di calzature a Fermo, dal lunedì al venerdì. Il sabato disegno per me.
Noémie Laurent · en · Illustrator in Lyon. I like objects that look slightly embarrassed.
Marco Bellandi · it · Grafico. Mi interessano le tomaie come superfici da stampare.
Amara Okafor · en · Textile designer, Lagos and Leeds. Pattern is structure.
Sofia Marchetti · it · Studio design del prodotto allo IUAV, terzo anno.
Jonas Weber · en · Former bike courier, now an industrial designer in Leipzig.
Hana Kobayashi · en · I restore old shoes in Kyoto and draw the ones I would like to restore in forty years.
Lorenzo Vitali · it · Ciabattino a Bologna. Vedo dove si rompono le cose.
Inês Carvalho · en · Cork, canvas and patience. Porto.
Pietro Galli · it · Architetto in pensione. Disegno scarpe come se fossero piccoli ponti.
Zeynep Aydın · en · Leather goods student in Istanbul, collecting buckles.
Beatrice Lodi · it · Maestra elementare. I miei giudici hanno sette anni e sono severissimi.
Tomasz Zieliński · en · Pattern cutter. Poznań. I count seams.
Francesca Neri · it · Costumista per il teatro: le mie scarpe si devono vedere dall’ultima fila.
Mateo Herrera · en · Illustrator from Guadalajara. I grew up next to a boot factory.
Alice Pagani · it · Faccio borse con vele dismesse, a La Spezia.
Priya Raman · en · Walks to work in Chennai, five months of it in the rain.
Stefano Bruni · it · Tappezziere. So imbottire qualunque cosa.
Freja Lindqvist · en · Knitwear designer, Göteborg. Curious about soles.
Caterina Sartori · it · Fotografa. Disegno quello che non trovo da fotografare.
Kwame Mensah · en · Accra. Sandals first, everything else later.
Riccardo Fontana · it · Ferroviere, macchinista, camminatore della domenica.
Olga Petrenko · en · Graphic artist from Lviv, living in Turin.
Martina Costa · it · Lavoro al mercato del pesce di Chioggia. Parlo di suole con cognizione di causa.
Liam O’Sullivan · en · Carpenter in Cork. I think in joints.
Nadia Benali · en · Ceramicist, Tunis. I draw bags as if they were jars.
Simone Conti · it · Game designer. Mi piacciono le regole scritte bene, e questo concorso ne ha.
Eva Nováková · en · Ex figure skater. I know what a boot owes an ankle.
Elena Grassi · it · Ricamatrice a Orvieto.
Rafael Moura · en · Street drummer and draughtsman, Recife.
Valentina Ruggeri · it · Ho un banco di scampoli a Porta Portese. Niente si butta.
Minh Trần · en · Interaction designer in Hanoi. Drawing with ink again.
Agnese Poli · it · Restauratrice di carta. Disegno piano.
Theo Janssens · en · Antwerp. Tailor’s son, shoe person.
Camilla De Santis · it · Ballo il tango e ne pago le conseguenze ai piedi.
Samuel Adeyemi · en · Mechanical engineer. Hinges, straps, anything that moves.
Greta Colombo · it · Libraia. Le mie borse devono portare libri, tanti.
Anneke Visser · en · Lives on a houseboat in Utrecht; everything I own has been wet once.
Nicola Marini · it · Cuoco. In cucina si scivola: comincio sempre dalla suola.
Leila Haddad · en · Calligrapher from Beirut, letting the line get thicker.
Emma Rossetti · it · Veterinaria di campagna. Stivali sporchi, idee chiare.
Viktor Horváth · en · Teaches drawing in Pécs. Enters contests to keep his promise to his students.
Bianca Moretti · it · Diciannove anni, primo concorso. Siate sinceri.
Kenji Watanabe · en · Packaging engineer. I unfold things.
Aoife Byrne · en · Costume maker, Galway. Mostly boots, mostly muddy.
`)
