import { advance, go, handIn, launch, note, plan, ruleOn, sign, type WalkedRun } from '../acts/walk-run.ts'
import type { World } from '../world.ts'

const STORY = `Irene Basso fa l’infermiera a Vicenza. Per undici anni ha portato le scarpe che le assegnavano; al dodicesimo ha disegnato le sue, una notte, sul retro di un foglio delle terapie.

**Corsia** è uno zoccolo chiuso, con il tallone che tiene e un plateau di quattro centimetri che pesa meno di una mela. La suola è di gomma naturale, non scivola e non fischia. Si lava a sessanta gradi, quaranta volte: le abbiamo contate.

La comunità l’ha messa al primo posto e noi non abbiamo trovato niente da ridire, tranne il cinturino: adesso nasce dalla tomaia, in un pezzo solo, e non si può staccare.

Le prime dieci paia sono nel reparto di Irene. Ci hanno già scritto da altri due ospedali.`

/** From the agreement to the shelf. Answers the slug of the product's page. */
export async function walkToTheShelf(world: World, run: WalkedRun): Promise<string> {
  await plan(
    world,
    run,
    [-300, '09:00'],
    [
      ['agreement', 'marta-vergani', -290],
      ['files', 'marta-vergani', -275],
      ['tech-pack', 'paolo-di-nardo', -250],
      ['prototype', 'paolo-di-nardo', -200],
      ['reservations', 'marta-vergani', -160],
      ['go-no-go', 'marta-vergani', -150],
      ['making', 'paolo-di-nardo', -40],
      ['launched', 'marta-vergani', -20],
    ],
  )
  await sign(world, run, 'irene-basso', [-297, '22:40'])
  await note(world, run, [-296, '10:30'], {
    text: 'Accordo firmato, a fine turno. Il premio è stato pagato il giorno stesso.',
    scenes: ['agreement'],
  })
  await advance(world, run, 'agreement', [-296, '10:45'])
  const sheet = {
    title: 'Tomaia e cinturino',
    widthMm: 520,
    heightMm: 380,
    note: 'Tomaia e cinturino in un pezzo solo, scala 1:1.',
  }
  await handIn(world, run, 'irene-basso', [-284, '23:15'], sheet)
  await ruleOn(world, run, '', 'approved', [-281, '10:00'])
  await advance(world, run, 'files', [-280, '15:00'])
  await note(world, run, [-268, '17:30'], {
    text: 'Pochi pezzi e una suola. Il cinturino e la tomaia si tagliano insieme: un incastro difficile, ma non si stacca più.',
    scenes: ['pieces'],
    by: 'paolo-di-nardo',
  })
  await advance(world, run, 'tech-pack', [-255, '11:00'])
  await note(world, run, [-226, '18:15'], {
    text: 'Primo prototipo, provato tre notti in ospedale. Tallone promosso, punta ancora un dito troppo bassa: le righe bianche sono di Irene.',
    scenes: ['prototype'],
  })
  await note(world, run, [-204, '12:40'], {
    text: 'Secondo prototipo: va bene a tutti quelli che l’hanno messo, cioè a sette infermieri e un cuoco.',
    scenes: ['bench'],
    by: 'paolo-di-nardo',
  })
  await advance(world, run, 'prototype', [-198, '09:20'])
  await advance(world, run, 'reservations', [-158, '10:00'])
  const reason =
    'Le prove sono finite, la conceria conferma il prezzo e trecento paia si vendono: si parte, in tre misure alla volta.'
  await go(world, run, 'marta-vergani', reason, [-151, '16:00'])
  await advance(world, run, 'go-no-go', [-150, '08:45'])
  await note(world, run, [-72, '17:00'], {
    text: 'Duecento paia sullo scaffale, cento sulle forme. Chi passa in bottega può toccarle.',
    scenes: ['making'],
  })
  await note(world, run, [-26, '13:10'], {
    text: 'Le scatole sono arrivate. Dentro il coperchio c’è stampato il disegno di Irene, quello fatto di notte.',
    scenes: ['boxes'],
  })
  return launch(
    world,
    run,
    { name: 'Corsia', story: STORY, price: '€ 168', shopUrl: 'https://shop.officina-calandra.example/corsia' },
    [-21, '09:00'],
  )
}
