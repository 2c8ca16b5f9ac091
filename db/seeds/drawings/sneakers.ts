import { n, type Random } from './drawing.ts'
import {
  along,
  bow,
  box,
  edge,
  eyelets,
  type Figure,
  fill,
  laces,
  type Part,
  panel,
  round,
  seam,
  shade,
  shine,
  stitch,
} from './figures.ts'

export function courtSneaker(random: Random): Figure {
  const outline =
    'M92 572 C82 500 88 430 102 372 C106 344 120 326 142 326 C162 328 168 348 176 368 C196 408 250 424 306 412 C356 400 386 366 408 322 C416 304 434 300 450 308 C524 350 604 404 686 432 C756 446 846 438 896 482 C924 508 930 548 926 580 Z'
  const sole =
    'M76 548 C72 580 76 614 102 616 L836 618 C892 618 942 606 946 566 C947 550 938 540 922 538 C860 566 740 562 600 557 C420 552 240 558 76 548 Z'
  const holes = along([462, 334], [664, 438], 5)
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${sole}`,
    parts: [
      fill('lining', 'M116 350 C170 318 300 296 400 312 L408 350 C380 420 230 440 160 390 Z'),
      fill('second', 'M396 356 C384 316 380 284 388 258 C404 240 444 242 460 256 C520 300 590 360 668 424 L560 476 Z'),
      stitch('M402 340 C394 308 394 286 402 268 C416 256 438 258 448 268'),
      ...laces(holes, 24, -40),
      fill('main', outline),
      panel('second', 'M740 640 C716 556 736 486 806 440 L980 430 L980 640 Z'),
      panel('accent', 'M60 640 L60 396 C140 410 214 480 200 640 Z'),
      panel('second', 'M96 300 L196 318 L190 404 C150 414 118 410 88 404 Z'),
      ...motif(random),
      panel('second', 'M400 300 L470 286 C560 350 640 404 716 440 C712 474 690 490 656 484 C560 466 450 428 384 380 Z'),
      stitch('M398 372 C460 418 560 456 652 472 C680 476 698 464 704 446', 'trim'),
      stitch('M752 560 C734 510 752 474 812 452'),
      stitch('M188 560 C190 496 140 424 84 410'),
      ...along([810, 494], [876, 516], 4).flatMap(([x, y]) => [
        fill('dark', round(x, y, 4)),
        fill('dark', round(x - 16, y + 22, 4)),
      ]),
      shade('M80 600 C90 560 96 520 96 470 C180 540 420 520 600 536 C740 548 840 540 930 500 L930 620 Z'),
      shine('M118 372 C124 346 140 340 152 352 C158 376 168 396 182 410 C150 406 128 396 118 372 Z'),
      ...eyelets(holes),
      ...bow(430, 300, 62),
      fill('sole', sole),
      edge('M80 590 C300 598 700 602 938 588'),
      edge('M80 602 C300 610 700 612 930 602', 2.5),
      ...along([780, 574], [904, 562], 8).map(([x, y]) => edge(`M${n(x)} ${n(y - 6)}L${n(x)} ${n(y + 9)}`, 3)),
    ],
    notes: [
      { x: 860, y: 500, word: 'TOE CAP' },
      { x: 500, y: 600, word: 'CUP SOLE' },
      { x: 130, y: 350, word: 'HEEL TAB' },
      { x: 570, y: 420, word: 'EYESTAY' },
    ],
    ankle: { x: 250, y: 350, width: 200 },
  }
}

/** The mark on the side is what makes a sneaker somebody's. */
function motif(random: Random): Part[] {
  const kind = Math.floor(random() * 6)
  if (kind === 0)
    return [0, 1, 2].map((i) =>
      panel('accent', `M${300 + i * 66} 600 L${386 + i * 62} 400 L${424 + i * 62} 420 L${340 + i * 66} 600 Z`),
    )
  if (kind === 1)
    return [
      panel('accent', 'M210 540 C320 560 470 520 640 440 L660 480 C500 560 360 592 230 576 Z'),
      stitch('M230 560 C350 572 500 536 640 466'),
    ]
  if (kind === 2) return [panel('accent', round(380, 490, 52)), panel('trim', round(380, 490, 26))]
  if (kind === 3)
    return [panel('accent', 'M260 600 L340 420 L420 600 Z'), panel('trim', 'M380 600 L450 446 L520 600 Z')]
  if (kind === 4)
    return [
      panel(
        'accent',
        'M200 440 C300 500 380 420 470 480 C540 524 610 470 720 520 L720 562 C610 520 540 572 462 530 C380 480 300 552 200 492 Z',
      ),
    ]
  return [
    panel('accent', 'M372 430 L388 470 L430 472 L396 498 L410 540 L372 514 L334 540 L348 498 L314 472 L356 470 Z'),
  ]
}

export function highTop(random: Random): Figure {
  const outline =
    'M94 576 C80 490 84 392 100 300 C106 244 102 196 108 156 C112 132 132 124 152 132 C224 160 300 150 356 116 C378 104 398 116 402 138 C414 210 436 280 486 330 C560 388 640 428 704 442 C770 452 850 446 898 490 C922 514 928 548 924 580 Z'
  const sole =
    'M78 556 C74 586 78 616 100 617 L840 618 C896 618 942 606 944 572 C945 556 936 546 920 546 C860 568 740 566 600 564 C420 562 240 564 78 556 Z'
  const holes = along([408, 176], [500, 352], 5).concat(along([550, 386], [676, 444], 3))
  const patch = random() < 0.5 ? round(232, 268, 56) : box(180, 216, 104, 104, 12)
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${sole}`,
    parts: [
      fill('lining', 'M112 150 C180 96 300 70 390 96 L400 140 C330 170 200 176 130 168 Z'),
      fill('second', 'M352 130 C352 92 362 66 384 58 C410 54 436 66 442 84 C456 190 500 280 680 428 L600 480 Z'),
      stitch('M372 110 C376 86 388 76 402 74 C416 74 426 82 430 96'),
      ...laces(holes.slice(0, 5), 50, -22),
      ...laces(holes.slice(5), 24, -42),
      fill('main', outline),
      panel('accent', 'M60 640 L80 110 L160 120 C150 240 176 420 168 640 Z'),
      stitch('M150 160 C146 300 164 420 160 570'),
      panel(
        'second',
        'M356 96 L420 120 C430 230 460 300 510 346 C580 400 660 436 726 452 C722 486 700 500 668 494 C560 470 470 420 424 360 C380 300 352 220 340 140 Z',
      ),
      stitch('M356 150 C370 240 400 310 436 352 C484 408 570 456 668 480'),
      panel('trim', 'M732 640 C716 560 740 500 800 456 L980 440 L980 640 Z'),
      seam('M764 640 C750 570 770 512 826 470'),
      seam('M168 470 C300 500 420 500 560 480 C640 470 690 480 736 520'),
      stitch('M168 484 C300 514 420 514 560 494'),
      panel('trim', patch),
      panel('accent', round(232, 268, 34)),
      panel('trim', 'M232 238 L241 260 L264 261 L246 275 L252 298 L232 285 L212 298 L218 275 L200 261 L223 260 Z'),
      shade('M80 600 C100 540 92 500 92 450 C180 540 420 530 600 544 C740 552 840 548 930 510 L930 620 Z'),
      shine('M300 150 C330 150 350 138 360 130 C366 220 390 300 420 340 C370 300 320 240 300 150 Z'),
      ...eyelets(holes),
      ...bow(432, 150, 58),
      fill('sole', sole),
      edge('M80 584 C300 594 700 598 940 584', 7),
      edge('M80 602 C300 610 700 612 932 602', 2.5),
      fill('accent', box(84, 566, 66, 40, 5)),
    ],
    notes: [
      { x: 850, y: 520, word: 'RUBBER CAP' },
      { x: 500, y: 606, word: 'VULCANISED SOLE' },
      { x: 232, y: 268, word: 'ANKLE PATCH' },
      { x: 124, y: 420, word: 'BACK STRIP' },
    ],
    ankle: { x: 250, y: 150, width: 210 },
  }
}
