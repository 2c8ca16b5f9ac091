import { writtenDesigns } from '../written.ts'

/** The entries of “Per chi sta in piedi”. */
export const STANDING_SHOES = writtenDesigns(`
platform clog · Corsia
Faccio l’infermiera, dodici ore alla volta. Uno zoccolo chiuso davanti, con il tallone che tiene, la suola che non fischia sul linoleum e che si lava a sessanta gradi. Il plateau non è per sembrare alta: è per guardare negli occhi chi è seduto sul letto.

loafer · Banco di vendita
Otto ore dietro un banco, e i clienti vedono solo la punta. Quindi: punta bella, e tutto il resto comodo.

low sneaker · Servizio ai tavoli
Suola presa dalle scarpe da cucina, tomaia presa dal cameriere che vorrei essere.

derby shoe · Cattedra
Una maestra non si siede mai. Derby con i lacci finti e l’elastico vero, perché qualcuno chiama sempre.

platform clog · Mise en place
Zoccolo da cuoco: niente cuciture dove cadono i coltelli e la salsa.

high-top sneaker · Palco due
Monto e smonto palchi. La caviglia alta per le scale a pioli, il puntale nascosto per le casse.

two-strap sandal · Bagnasciuga
Il bagnino sta in piedi più di tutti, e sulla sabbia. Due fasce larghe e un fondo che non scotta.

loafer · Capostazione
Mocassino nero, come vuole il regolamento; dentro, imbottito come non vuole nessuno.

low sneaker · Primo turno
Si allaccia al buio, alle quattro e mezza, senza svegliare nessuno.

rope-soled espadrille · Bottega d’estate
Per chi tiene aperto ad agosto. Corda fuori, gomma dove tocca.
`)
