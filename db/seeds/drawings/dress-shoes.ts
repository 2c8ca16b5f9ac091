import type { Random } from './drawing.ts'
import {
  along,
  bow,
  box,
  edge,
  eyelets,
  type Figure,
  fill,
  laces,
  panel,
  round,
  seam,
  shade,
  shine,
  stitch,
} from './figures.ts'

const HEEL_BLOCK = 'M108 560 L338 560 C336 580 330 600 328 617 L112 617 C106 598 106 578 108 560 Z'

export function derby(random: Random): Figure {
  const outline =
    'M112 556 C96 500 98 430 118 376 C124 358 138 350 156 356 C224 398 318 394 388 344 C402 332 424 328 440 338 C488 376 566 420 648 438 C740 450 840 448 892 490 C918 512 930 540 926 562 Z'
  const sole =
    'M98 546 C300 552 700 556 936 548 C946 556 944 570 930 574 C760 586 600 580 470 568 C420 564 380 562 338 572 L100 574 C94 564 94 554 98 546 Z'
  const holes = along([432, 374], [566, 438], 4)
  const brogue = random() < 0.5
  const dots = (from: [number, number], to: [number, number], howMany: number) =>
    brogue ? along(from, to, howMany).map(([x, y], i) => fill('dark', round(x, y, i % 2 ? 3 : 5))) : []
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${sole} ${HEEL_BLOCK}`,
    parts: [
      fill('lining', 'M126 372 C190 344 300 330 390 338 L396 360 C330 410 220 420 150 380 Z'),
      fill('second', 'M386 372 C384 340 386 312 396 296 C410 284 440 288 450 300 C500 350 560 392 628 430 L540 476 Z'),
      ...laces(holes, 20, -42, 10),
      fill('main', outline),
      panel('second', 'M640 640 C628 560 640 500 684 430 L1000 400 L1000 640 Z'),
      stitch('M660 640 C648 564 660 510 702 440'),
      ...dots([646, 560], [684, 452], 11),
      panel('second', 'M60 640 L90 350 C150 400 240 480 250 640 Z'),
      stitch('M236 640 C226 490 150 416 96 370'),
      ...dots([250, 560], [132, 398], 13),
      panel(
        'main',
        'M180 330 L440 320 C500 372 560 410 620 440 C614 484 580 508 540 502 C450 480 360 500 250 560 C236 500 210 440 160 380 Z',
      ),
      stitch('M398 362 C450 402 520 440 596 462 C586 484 566 490 540 486 C450 464 370 480 274 530'),
      seam('M620 440 C614 484 580 508 540 502 C450 480 350 500 258 560', 5),
      ...eyelets(holes, 7),
      ...dots([760, 488], [830, 510], 6),
      ...dots([776, 518], [832, 540], 5),
      shade('M90 580 C110 520 100 470 100 440 C180 540 420 530 600 536 C760 544 860 540 940 500 L940 600 Z'),
      shine('M740 470 C790 472 850 488 880 510 C840 506 790 498 740 470 Z'),
      shine('M130 380 C134 366 146 362 156 368 C176 382 200 392 224 396 C180 402 150 396 130 380 Z'),
      ...bow(424, 356, 46, 8),
      fill('sole', HEEL_BLOCK),
      edge('M108 588 L332 588', 3),
      edge('M110 602 L330 602', 3),
      fill('sole', sole),
      fill('trim', 'M100 544 C300 550 700 554 936 547 C942 552 942 556 938 560 C700 566 300 562 97 557 Z'),
      stitch('M110 553 C300 558 700 561 930 555', 'dark'),
    ],
    notes: [
      { x: 850, y: 500, word: 'CAP TOE' },
      { x: 600, y: 556, word: 'WELT' },
      { x: 220, y: 600, word: 'STACKED HEEL' },
      { x: 520, y: 450, word: 'OPEN LACING' },
    ],
    ankle: { x: 240, y: 372, width: 190 },
  }
}

export function loafer(random: Random): Figure {
  const outline =
    'M112 556 C96 500 100 440 118 400 C124 384 140 378 158 386 C250 436 370 446 460 404 C484 390 516 382 548 394 C620 422 690 432 764 438 C840 444 894 470 916 520 C926 542 926 556 924 562 Z'
  const sole =
    'M98 548 C300 554 700 558 932 550 C942 558 940 570 926 574 C760 584 600 578 470 570 C420 566 380 564 338 572 L100 574 C94 564 94 554 98 548 Z'
  const tassel = random() < 0.5
  const mark = tassel
    ? [
        fill('accent', 'M520 470 L500 476 L482 540 L506 534 L514 546 L528 536 L544 548 L548 532 L566 534 L544 474 Z'),
        seam('M514 484 L506 530 M526 484 L528 534 M536 484 L550 528', 3),
        fill('accent', 'M596 484 L578 492 L570 548 L590 542 L602 554 L614 542 L634 548 L624 490 Z'),
        fill('trim', box(510, 456, 30, 22, 8)),
        fill('trim', box(586, 470, 34, 22, 8)),
        edge('M524 458 C520 430 560 428 566 450 C572 474 590 450 602 472', 7),
      ]
    : [
        fill('metal', round(520, 476, 24, 17)),
        fill('metal', round(632, 494, 24, 17)),
        fill('lining', round(520, 476, 13, 8)),
        fill('lining', round(632, 494, 13, 8)),
        fill('metal', 'M536 470 L616 484 L614 500 L534 486 Z'),
      ]
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${sole} ${HEEL_BLOCK}`,
    parts: [
      fill('lining', 'M124 398 C200 372 380 352 520 372 L560 396 C470 400 400 452 300 452 C220 446 160 420 124 398 Z'),
      fill('main', outline),
      panel(
        'second',
        'M540 380 C600 410 700 430 790 446 C850 460 880 486 884 514 C860 538 760 530 690 512 C620 496 560 470 500 420 Z',
      ),
      seam('M470 420 C540 486 620 520 700 534 C780 550 870 548 896 520', 5),
      stitch('M476 436 C546 500 630 532 706 546 C780 558 850 558 886 544'),
      panel(
        'accent',
        'M420 420 C440 480 470 540 490 580 L620 580 C640 540 660 500 690 470 L650 440 C600 450 540 430 500 400 Z',
      ),
      panel('lining', 'M500 470 C530 456 570 458 600 476 C584 500 530 500 500 470 Z'),
      stitch('M436 430 C456 490 484 540 502 580'),
      stitch('M604 580 C624 540 648 506 674 480'),
      panel('second', 'M60 640 L80 370 C170 420 214 500 220 640 Z'),
      stitch('M206 640 C202 510 160 440 96 396'),
      shade('M90 590 C110 540 100 500 100 460 C180 550 420 540 600 546 C760 552 860 548 940 520 L940 600 Z'),
      shine('M700 452 C770 458 830 474 860 500 C800 500 740 484 700 452 Z'),
      shine('M126 404 C132 392 146 390 158 396 C220 428 290 440 350 438 C260 450 180 440 126 404 Z'),
      ...mark,
      fill('sole', HEEL_BLOCK),
      edge('M108 590 L332 590', 3),
      fill('sole', sole),
      stitch('M110 556 C300 561 700 564 926 558', 'trim'),
    ],
    notes: [
      { x: 780, y: 490, word: 'APRON' },
      { x: 540, y: 476, word: tassel ? 'TASSELS' : 'SNAFFLE' },
      { x: 150, y: 480, word: 'COUNTER' },
      { x: 220, y: 600, word: 'LOW HEEL' },
    ],
    ankle: { x: 260, y: 400, width: 190 },
  }
}

export function maryJane(random: Random): Figure {
  const outline =
    'M118 560 C100 500 104 430 126 384 C136 366 152 368 162 386 C204 476 330 528 470 508 C570 490 640 440 714 428 C800 424 880 446 908 500 C922 532 924 552 920 566 Z'
  const sole =
    'M104 552 C300 560 700 562 926 552 C936 560 934 572 920 576 C760 584 600 580 480 572 C430 568 400 566 346 576 L106 576 C100 568 100 560 104 552 Z'
  const heel = 'M112 566 L346 566 C336 580 322 600 320 617 L126 617 C124 600 116 584 112 566 Z'
  const straps = random() < 0.5 ? [0] : [-78, 66]
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${sole} ${heel}`,
    parts: [
      fill(
        'lining',
        'M130 392 C190 400 300 440 470 450 C560 446 640 436 714 440 C640 470 580 500 470 512 C330 530 220 480 164 392 Z',
      ),
      ...straps.flatMap((dx) => [
        fill(
          'lining',
          `M${430 + dx} 384 C${480 + dx} 372 ${536 + dx} 410 ${548 + dx} 500 L${516 + dx} 510 C${508 + dx} 450 ${480 + dx} 410 ${444 + dx} 400 Z`,
        ),
        fill(
          'second',
          `M${346 + dx} 540 C${350 + dx} 460 ${370 + dx} 400 ${430 + dx} 378 C${456 + dx} 372 ${478 + dx} 378 ${488 + dx} 394 C${444 + dx} 410 ${404 + dx} 460 ${402 + dx} 540 Z`,
        ),
      ]),
      fill('main', outline),
      panel('accent', 'M700 430 C660 470 650 530 664 640 L1000 640 L1000 400 Z'),
      seam('M700 430 C660 470 650 530 664 640'),
      stitch('M716 436 C678 476 668 536 682 640'),
      panel('second', 'M60 640 L90 360 L150 360 C170 440 186 520 176 640 Z'),
      stitch('M164 640 C172 520 158 440 142 376'),
      stitch('M176 430 C226 500 340 538 470 524 C560 510 630 470 690 452'),
      ...straps.flatMap((dx) => [
        panel('second', `M${336 + dx} 600 L${350 + dx} 500 L${400 + dx} 500 L${398 + dx} 600 Z`),
        fill('metal', box(340 + dx, 516, 64, 44, 6)),
        fill('second', box(354 + dx, 526, 36, 24, 3)),
        edge(`M${372 + dx} 538 L${406 + dx} 538`, 5),
      ]),
      shade('M90 590 C110 540 104 500 104 460 C180 560 420 556 600 552 C760 552 860 548 940 500 L940 600 Z'),
      shine('M740 456 C800 456 850 476 880 506 C830 500 780 486 740 456 Z'),
      fill('sole', heel),
      edge('M116 590 L332 590', 3),
      fill('sole', sole),
    ],
    notes: [
      { x: 820, y: 500, word: 'ROUND TOE' },
      { x: 372, y: 538, word: 'BUCKLE' },
      { x: 150, y: 460, word: 'COUNTER' },
      { x: 440, y: 404, word: 'STRAP' },
    ],
    ankle: { x: 230, y: 392, width: 180 },
  }
}
