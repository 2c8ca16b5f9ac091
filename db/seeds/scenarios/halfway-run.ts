import { advance, handIn, note, plan, ruleOn, sign, type WalkedRun } from '../acts/walk-run.ts'
import type { World } from '../world.ts'

/** From the agreement to a prototype that is four days late. */
export async function walkHalfway(world: World, run: WalkedRun): Promise<void> {
  await plan(
    world,
    run,
    [-79, '09:15'],
    [
      ['agreement', 'marta-vergani', -72],
      ['files', 'marta-vergani', -62],
      ['tech-pack', 'paolo-di-nardo', -42],
      ['prototype', 'paolo-di-nardo', -4],
      ['reservations', 'marta-vergani', 24],
      ['go-no-go', 'marta-vergani', 30],
      ['making', 'paolo-di-nardo', 75],
      ['launched', 'marta-vergani', 95],
    ],
  )
  await sign(world, run, 'elin-sandberg', [-76, '20:12'])
  await sign(world, run, 'jonas-weber', [-75, '08:03'])
  await note(world, run, [-75, '11:00'], {
    text: 'Both signatures are in. Elin signed on the train, Jonas before breakfast. The first invoice, for the prize, is paid.',
    scenes: ['agreement'],
  })
  await advance(world, run, 'agreement', [-75, '11:20'])
  const strap = { title: 'Left Shoulder', widthMm: 460, heightMm: 620 }
  await handIn(world, run, 'elin-sandberg', [-70, '09:20'], { ...strap, note: 'Outline at 1:1. The straps follow.' })
  const missing = 'The second strap is not on the sheet, and the cutter needs both of them drawn flat.'
  await ruleOn(world, run, missing, 'changes-wanted', [-68, '12:10'])
  const both = { ...strap, heightMm: 940, note: 'Both straps, drawn flat beside the outline.' }
  await handIn(world, run, 'elin-sandberg', [-67, '22:05'], both)
  await ruleOn(world, run, 'Complete. The pattern is cut from this sheet.', 'approved', [-66, '15:30'])
  await note(world, run, [-66, '15:45'], {
    text: 'The files arrived complete: outline at 1:1, the two straps drawn separately, and a photograph of a shoulder with angles on it. Ruben says that he has never been sent a shoulder before.',
  })
  await advance(world, run, 'files', [-63, '10:10'])
  await note(world, run, [-55, '17:20'], {
    text: 'Everything is cut. The flap lost four millimetres so that two of them fit side by side on one hide.',
    scenes: ['pieces'],
    by: 'paolo-di-nardo',
  })
  await note(world, run, [-50, '12:00'], {
    text: 'Leather quote: 41 €/m² for 60 m², 36 for 120. Decide after the prototype, not before.',
    audience: 'private',
  })
  await advance(world, run, 'tech-pack', [-40, '16:30'])
  await note(world, run, [-29, '18:05'], {
    text: 'On the bench. The second strap now comes from the same hide as the first, which is what the jury asked for, and it does look meant.',
    scenes: ['bench'],
    by: 'paolo-di-nardo',
  })
  await note(world, run, [-12, '16:50'], {
    text: 'Prototype one. It holds the laptop, the jacket and the apple; it does not yet hold the corner at the buckle, which we drew over in white pencil. Elin has one of the two in Malmö and has been riding it to work since Monday.',
    scenes: ['prototype'],
  })
  await note(world, run, [-3, '19:10'], {
    text: 'We are late. The buckle we wanted is out of stock and the second-best one rattles, which on a bicycle is all you would hear. The right one is promised for the end of the week; prototype two follows three days after that.',
  })
}
