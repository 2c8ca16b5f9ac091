import { mixed } from './colours.ts'
import { between, clipped, count, disc, line, moved, n, pick, type Random, rect, shape } from './drawing.ts'
import { patternOf } from './patterns.ts'
import { smallTitle } from './poster-letters.ts'
import { PAGE, type Plate } from './poster-plates.ts'

const { w, h } = PAGE
const ROUND = 'stroke-linecap="round" stroke-linejoin="round"'

/** A face in two halves: one lit, one dark, drawn with one line from brow to mouth. */
export function twoFaced({ inks, seed, word }: Plate, random: Random): string {
  const oval =
    'M480 190C680 190 740 380 720 560C704 720 620 880 480 890C340 880 256 720 240 560C220 380 280 190 480 190Z'
  const neck = 'M390 820C400 920 380 980 300 1010L180 1060L120 1210H840L780 1060L660 1010C580 980 560 920 570 820Z'
  const shirt = 'M60 1210C90 1080 200 1030 330 1000C400 1080 560 1080 630 1000C760 1030 870 1080 900 1210Z'
  const dye = { ground: inks.paper, one: inks.a, two: inks.b, three: inks.c }
  const cloth = clipped(shirt, patternOf(seed * 7 + 2).draw({ x: 40, y: 980, w: 880, h: 230 }, dye, 84, random))
  const hair = pick(random, [
    'M480 150C760 130 830 380 800 640C790 760 830 800 850 880C740 860 700 760 716 560C640 520 560 420 520 300C460 420 340 480 244 500C250 640 240 780 120 860C140 740 170 700 160 560C140 320 220 150 480 150Z',
    'M480 100C720 90 800 250 770 440C740 380 680 330 600 320C480 310 360 330 250 430C200 300 240 110 480 100ZM380 130C380 20 580 20 580 130Z',
    'M220 470C190 240 330 120 520 140C720 150 800 300 750 500C730 400 690 330 620 280C540 340 340 330 290 300C240 350 230 400 220 470Z',
  ])
  const half = clipped(`M480 0H${w}V${h}H480Z`, shape(oval, inks.a) + shape(neck, mixed(inks.a, inks.ink, 0.25)))
  const open =
    shape('M296 500C330 452 400 452 436 500C400 536 330 536 296 500Z', inks.paper) +
    disc(366, 497, 28, inks.ink) +
    disc(374, 488, 9, inks.paper)
  const shut = line(
    'M530 500C566 540 640 540 676 500M546 524L536 546M600 534L600 558M654 524L664 546',
    inks.ink,
    9,
    ROUND,
  )
  const nose =
    line('M286 430C340 390 410 390 450 430C470 500 450 580 430 640C440 676 500 676 520 650', inks.ink, 10, ROUND) +
    line('M530 426C580 392 640 396 684 432', inks.ink, 10, ROUND)
  const mouth =
    shape('M390 760C430 728 460 726 480 742C500 726 530 728 570 760C530 810 430 810 390 760Z', inks.c) +
    line('M390 760C440 772 520 772 570 760', inks.ink, 6)
  const sun = disc(w * between(random, 0.2, 0.8), 260, 300, inks.b)
  return (
    rect(PAGE, inks.paper) +
    sun +
    shape(neck, mixed(inks.paper, inks.a, 0.4)) +
    shape(oval, mixed(inks.paper, inks.a, 0.25)) +
    half +
    cloth +
    shape(hair, inks.ink, 'fill-rule="evenodd"') +
    disc(310, 640, 46, inks.c, 'fill-opacity=".6"') +
    disc(650, 640, 46, inks.c) +
    open +
    shut +
    nose +
    mouth +
    (seed % 2 ? smallTitle(word, 50, 40, inks.ink) : '')
  )
}

/** A profile made of three flat shapes, a bird or a leaf for a thought. */
export function profile({ inks, seed }: Plate, random: Random): string {
  const head =
    'M640 190C470 176 384 260 380 372C378 430 352 466 318 528C304 556 322 570 356 574C362 600 356 612 346 630C334 646 340 660 364 666C346 684 352 706 374 712C370 752 366 800 412 818C470 832 530 812 566 800C590 870 580 940 540 1000L420 1060L300 1210H960V400C900 260 800 200 640 190Z'
  const hair =
    'M600 150C460 140 370 210 366 330C440 340 520 320 560 380C600 440 560 520 600 560C640 590 680 560 690 610C700 700 640 800 700 900C760 1000 900 960 970 1040V300C900 200 760 150 600 150Z'
  const cloth = clipped(
    'M300 1210L430 1050C560 1100 720 1040 960 1060V1210Z',
    patternOf(seed * 3 + 7).draw(
      { x: 280, y: 1030, w: 700, h: 180 },
      { ground: inks.b, one: inks.paper, two: inks.a, three: inks.ink },
      80,
      random,
    ),
  )
  const thought = count(9).map((i) =>
    moved(
      shape('M0 0C40 -30 60 -80 40 -140C0 -110 -20 -50 0 0Z', i % 2 ? inks.a : inks.c),
      190 + (i % 3) * 22,
      480 - i * 44,
      0.8 + i * 0.06,
      (i % 2 ? 60 : -60) + between(random, -14, 14),
    ),
  )
  const earring = disc(650, 660, 26, inks.b) + line('M650 600L650 640', inks.ink, 5) + disc(650, 728, 44, inks.a)
  const ground =
    rect(PAGE, inks.paper) + shape(`M0 0H${w}V${n(h * 0.42)}L0 ${n(h * 0.62)}Z`, mixed(inks.c, inks.paper, 0.35))
  const eye =
    line('M398 470C424 450 460 450 484 470M402 432C430 408 470 410 494 430', inks.ink, 9, ROUND) +
    disc(428, 470, 15, inks.ink)
  const lips = shape(
    'M344 634C370 622 400 630 420 660C396 690 372 706 354 700C346 690 346 676 364 666C342 660 336 648 344 634Z',
    inks.a,
  )
  return (
    ground +
    line('M210 560L240 60', inks.ink, 6) +
    thought.join('') +
    shape(head, mixed(inks.b, inks.paper, 0.35)) +
    shape(hair, inks.ink) +
    eye +
    lips +
    earring +
    cloth
  )
}
