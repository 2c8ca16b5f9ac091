import type { StaffRole } from '#app/accounts/roles.ts'
import type { WrittenPerson } from '../written.ts'

/** The people of the house. The first one is the admin who appoints the others. */
export const STAFF: readonly (WrittenPerson & { role: StaffRole })[] = [
  {
    role: 'admin',
    name: 'Livia Calandra',
    language: 'it',
    bio: 'Terza generazione della bottega. Scrivo i brief e rispondo a tutti, di solito la sera.',
  },
  {
    role: 'admin',
    name: 'Tommaso Brandi',
    language: 'it',
    bio: 'Tengo in ordine calendari, regolamenti e segnalazioni.',
  },
  {
    role: 'juror',
    name: 'Ottavia Serra',
    language: 'it',
    bio: 'Direttrice creativa. Guardo prima la silhouette, poi tutto il resto.',
  },
  {
    role: 'juror',
    name: 'Ruben Achterberg',
    language: 'en',
    bio: 'Pattern maker for thirty-one years. If it cannot be lasted, I am the one who has to say so.',
  },
  {
    role: 'juror',
    name: 'Chiara Monaldi',
    language: 'it',
    bio: 'Materiali e concerie. So quanto costa un metro quadro di quasi tutto.',
  },
  {
    role: 'juror',
    name: 'Yusuf Demir',
    language: 'en',
    bio: 'Production engineer. I test things by breaking them, politely.',
  },
  {
    role: 'producer',
    name: 'Marta Vergani',
    language: 'it',
    bio: 'Dal disegno alla scatola: campioni, fornitori, consegne.',
  },
  {
    role: 'producer',
    name: 'Paolo Di Nardo',
    language: 'it',
    bio: 'Capo del reparto montaggio. Il banco in fondo a sinistra è il mio.',
  },
]
