import { n, type Random } from './drawing.ts'
import {
  along,
  bow,
  cord,
  edge,
  eyelets,
  type Figure,
  fill,
  laces,
  panel,
  round,
  shade,
  shine,
  stitch,
} from './figures.ts'

/** Running shoe: overlays, a thick wedge with a wave in it, a pull loop. */
export function runner(random: Random): Figure {
  const outline =
    'M110 520 C86 470 92 410 116 356 C122 322 136 300 158 302 C180 306 186 336 200 358 C224 392 280 402 330 384 C366 368 394 336 416 300 C426 286 446 286 458 294 C520 346 600 396 690 420 C766 436 862 434 908 480 C932 508 934 544 926 572 Z'
  const sole =
    'M70 500 C52 520 44 560 66 588 C84 612 130 618 200 618 L800 618 C880 618 940 600 958 556 C964 538 952 526 934 526 C880 560 780 548 690 532 C560 506 440 556 300 540 C210 530 130 520 70 500 Z'
  const holes = along([470, 326], [668, 424], 5)
  const wave = 530 + random() * 40
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${sole}`,
    parts: [
      fill('lining', 'M130 330 C190 296 320 280 406 296 L420 330 C380 410 240 420 170 376 Z'),
      fill('trim', 'M404 340 C392 300 390 268 400 244 C416 230 454 234 466 248 C530 300 600 350 672 412 L570 470 Z'),
      ...laces(holes, 22, -38, 11),
      fill('main', outline),
      panel('second', 'M60 640 L96 420 C180 420 260 470 300 640 Z'),
      panel(
        'accent',
        'M96 470 C200 460 280 480 350 470 C430 456 470 420 500 380 L560 410 C520 470 470 510 380 524 C280 536 180 520 96 520 Z',
      ),
      panel('accent', 'M560 640 C600 560 660 520 760 510 L840 560 L840 640 Z'),
      panel('second', 'M770 640 C770 560 800 500 860 460 L990 440 L990 640 Z'),
      panel('second', 'M410 280 L480 276 C560 344 640 394 726 424 C720 458 700 470 668 464 C570 446 460 410 400 360 Z'),
      stitch('M408 354 C470 402 570 436 664 450'),
      stitch('M106 484 C200 474 280 494 350 484 C430 470 480 440 512 392'),
      stitch('M786 600 C788 560 812 512 868 474'),
      ...along([540, 500], [720, 486], 7).flatMap(([x, y]) => [
        fill('lining', round(x, y, 4.5)),
        fill('lining', round(x + 10, y - 22, 4.5)),
      ]),
      shade('M80 600 C110 540 106 500 100 440 C180 520 420 500 600 516 C740 530 840 530 930 500 L930 620 Z'),
      shine('M132 360 C138 330 148 316 160 318 C172 340 180 366 204 384 C170 390 146 382 132 360 Z'),
      ...eyelets(holes, 6),
      cord('accent', 'M128 350 C100 320 96 276 128 266 C156 262 162 300 160 324', 12),
      fill('sole', sole),
      fill(
        'accent',
        `M58 560 C180 ${n(wave)} 300 604 420 574 C560 540 700 570 800 582 C870 590 920 584 950 566 C940 590 900 606 830 606 L130 606 C80 604 56 590 58 560 Z`,
      ),
      edge('M66 596 C90 612 130 618 200 618 L800 618 C860 618 910 608 938 584', 5),
      ...bow(448, 288, 48, 9),
    ],
    notes: [
      { x: 200, y: 540, word: 'WEDGE' },
      { x: 640, y: 490, word: 'AIR HOLES' },
      { x: 120, y: 290, word: 'PULL LOOP' },
      { x: 420, y: 500, word: 'OVERLAY' },
    ],
    ankle: { x: 260, y: 336, width: 200 },
  }
}
