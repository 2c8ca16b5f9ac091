import { n, type Random } from './drawing.ts'
import { along, box, cord, edge, type Figure, fill, panel, round, seam, shade, shine, stitch } from './figures.ts'

/** Two straps over a cork bed. */
export function sandal(random: Random): Figure {
  const bed =
    'M84 508 C70 520 72 560 84 574 C200 590 800 592 916 580 C944 570 948 530 930 512 C900 520 820 540 700 536 C560 530 420 500 280 520 C200 532 130 530 84 508 Z'
  const outsole = 'M82 566 C80 590 84 612 104 617 L850 617 C900 616 934 604 938 572 C800 590 240 590 82 566 Z'
  const back = 'M292 552 C290 480 306 404 344 352 C392 334 452 344 486 376 C512 424 536 486 548 556 Z'
  const front = 'M604 560 C606 500 626 452 664 422 C712 408 766 420 796 444 C826 478 846 520 856 560 Z'
  const slingback = random() < 0.55
  return {
    width: 1000,
    floor: 620,
    outline: `${back} ${front}`,
    contour: `${bed} ${outsole} ${back} ${front}`,
    parts: [
      ...(slingback
        ? [cord('second', 'M300 500 C240 500 190 480 150 430 C120 390 120 350 150 344 C200 340 280 380 330 420', 26)]
        : []),
      fill(
        'trim',
        'M84 508 C160 480 240 490 300 486 C440 470 560 500 700 510 C800 514 890 500 930 512 C900 560 820 570 700 560 C560 550 420 530 280 550 C200 560 130 560 84 508 Z',
      ),
      fill('lining', 'M292 552 C262 500 268 400 306 350 C322 338 350 336 372 342 L360 420 Z'),
      fill('lining', 'M604 560 C580 520 586 460 622 424 C640 410 664 410 684 416 L660 500 Z'),
      fill('main', back),
      fill('main', front),
      stitch('M308 552 C308 480 324 416 354 370'),
      stitch('M476 386 C502 436 520 490 530 552'),
      stitch('M620 560 C624 506 640 464 672 438'),
      stitch('M788 456 C814 488 830 522 838 560'),
      panel('second', 'M240 470 C340 440 440 444 560 480 L560 520 C440 486 340 480 240 516 Z'),
      panel('second', 'M590 490 C680 466 760 470 860 506 L860 544 C760 510 680 504 590 530 Z'),
      fill('metal', box(352, 444, 66, 62, 6)),
      fill('second', box(366, 458, 38, 34, 3)),
      edge('M386 474 L424 476', 5),
      fill('metal', box(690, 466, 60, 58, 6)),
      fill('second', box(703, 479, 34, 32, 3)),
      edge('M720 494 L756 498', 5),
      ...along([450, 474], [520, 488], 3).map(([x, y]) => fill('dark', round(x, y + 10, 5))),
      ...along([776, 502], [826, 520], 3).map(([x, y]) => fill('dark', round(x, y, 5))),
      shine('M352 362 C390 348 430 352 462 370 C420 372 380 384 348 420 Z'),
      shine('M672 430 C706 422 746 428 774 444 C736 442 700 450 664 480 Z'),
      fill('sole', bed),
      ...along([120, 560], [900, 566], 26).map(([x, y], i) =>
        fill('dark', round(x, y - (i % 3) * 9 - (i % 2) * 6, i % 4 ? 2.4 : 4)),
      ),
      fill('second', outsole),
      ...along([120, 606], [880, 606], 22).map(([x, y]) => edge(`M${n(x)} ${n(y - 10)}L${n(x)} ${n(y + 10)}`, 3)),
    ],
    notes: [
      { x: 190, y: 540, word: 'CORK BED' },
      { x: 386, y: 474, word: 'BUCKLE' },
      { x: 760, y: 440, word: 'TOE STRAP' },
      { x: 600, y: 606, word: 'TREAD' },
    ],
  }
}

/** A clog on a carved wooden platform, nailed along the edge. */
export function platformClog(random: Random): Figure {
  const upper =
    'M396 474 C404 400 452 312 548 292 C660 280 806 330 884 412 C912 446 920 480 912 512 C760 520 560 512 396 474 Z'
  const wood =
    'M86 404 C84 384 108 374 140 386 C240 424 320 458 420 474 C560 496 740 506 914 498 C944 506 950 548 934 600 C930 612 920 617 900 617 L566 617 C530 617 506 592 470 574 C400 546 340 566 316 617 L136 617 C112 540 92 470 86 404 Z'
  const nails = along([424, 458], [890, 490], 15).map(([x, y], i) =>
    fill('metal', round(x, y + Math.sin((i / 14) * 3.1) * 9, 7)),
  )
  const strap = random() < 0.6
  return {
    width: 1000,
    floor: 620,
    outline: upper,
    contour: `${upper} ${wood}`,
    parts: [
      fill('lining', 'M400 470 C430 420 480 340 560 300 C520 360 500 420 490 486 Z'),
      fill('main', upper),
      panel('accent', 'M560 270 C520 340 500 420 496 520 L380 520 L380 270 Z'),
      stitch('M572 300 C530 360 514 430 510 500'),
      ...(strap
        ? [
            panel('second', 'M480 380 C560 340 660 340 760 380 L750 430 C660 392 560 392 470 430 Z'),
            stitch('M490 390 C560 352 660 352 752 392'),
            stitch('M484 418 C560 380 660 380 744 418'),
            fill('metal', box(556, 348, 58, 70, 8)),
            fill('second', box(570, 362, 30, 42, 3)),
          ]
        : [
            seam('M700 310 C660 380 650 440 664 520', 5),
            stitch('M716 316 C676 384 666 440 680 520'),
            ...along([740, 380], [820, 420], 3).map(([x, y]) =>
              fill(
                'dark',
                'M' +
                  [x, y - 14, x + 10, y, x, y + 14, x - 10, y]
                    .map(n)
                    .join(' ')
                    .replace(/^(\S+ \S+) /, '$1 L') +
                  ' Z',
              ),
            ),
          ]),
      shade('M396 500 C480 470 600 480 720 484 C820 486 890 460 914 430 L930 540 L396 540 Z'),
      shine('M640 312 C720 322 800 360 840 400 C770 384 700 356 640 312 Z'),
      fill('sole', wood),
      edge('M96 440 C190 480 300 520 440 534 C600 550 780 552 942 544', 3),
      edge('M106 480 C180 514 260 536 330 548', 3),
      edge('M116 520 C170 546 220 560 300 572 M520 560 C660 580 800 584 938 574', 3),
      edge('M122 560 C170 580 220 588 306 594 M560 600 C680 606 800 606 930 600', 3),
      ...nails,
    ],
    notes: [
      { x: 700, y: 540, word: 'ALDER WOOD' },
      { x: 600, y: 470, word: 'BRASS NAILS' },
      { x: 640, y: 330, word: 'VAMP' },
      { x: 200, y: 560, word: 'HEEL 90 MM' },
    ],
  }
}

/** Rope sole, canvas, ribbons round the ankle. */
export function espadrille(random: Random): Figure {
  const outline =
    'M116 540 C98 480 104 420 128 378 C138 362 156 364 168 380 C214 448 340 480 470 462 C560 446 640 420 724 428 C820 440 896 480 916 530 L916 548 Z'
  const rope =
    'M92 530 C84 560 84 600 104 617 L870 617 C920 614 946 590 940 544 C930 530 920 530 900 536 C700 556 260 556 92 530 Z'
  const ribbons = random() < 0.6
  return {
    width: 1000,
    floor: 620,
    outline,
    contour: `${outline} ${rope}`,
    parts: [
      ...(ribbons
        ? [
            cord('accent', 'M150 380 C200 300 330 240 420 210', 20),
            cord('accent', 'M430 440 C380 340 260 260 170 220', 20),
            cord('accent', 'M166 224 C150 190 240 150 420 210', 20),
            cord('accent', 'M420 210 C470 170 520 190 500 220 C486 240 446 226 420 210 C450 240 470 270 466 310', 16),
          ]
        : []),
      fill(
        'lining',
        'M134 384 C220 376 380 400 480 420 C560 424 640 420 724 428 C640 440 580 452 470 470 C340 486 220 456 166 386 Z',
      ),
      fill('main', outline),
      panel('second', 'M60 640 L60 340 L160 350 C200 420 250 480 262 640 Z'),
      stitch('M250 640 C238 484 190 424 148 366'),
      panel('accent', 'M670 400 C640 450 640 520 660 640 L1000 640 L1000 400 Z'),
      stitch('M688 410 C658 456 658 530 676 640'),
      stitch('M178 412 C226 464 346 496 470 478 C540 466 600 446 660 438'),
      shade('M90 570 C110 520 108 490 108 440 C180 530 420 526 600 520 C760 520 860 520 940 480 L940 600 Z'),
      shine('M740 444 C810 452 860 476 890 510 C830 500 780 480 740 444 Z'),
      fill('sole', rope),
      edge('M88 556 C260 580 700 580 940 562 M88 584 C260 604 700 604 936 588', 3),
      ...along([110, 552], [930, 560], 34).flatMap(([x], i) => [
        edge(`M${n(x)} ${544 + (i > 3 ? 6 : 0)}L${n(x - 10)} 568`, 3),
        edge(`M${n(x)} 572L${n(x - 10)} 592`, 3),
        edge(`M${n(x)} 598L${n(x - 8)} 614`, 3),
      ]),
      ...along([116, 536], [900, 542], 27).map(([x, y]) => edge(`M${n(x)} ${n(y - 6)}L${n(x + 6)} ${n(y + 12)}`, 4)),
    ],
    notes: [
      { x: 500, y: 590, word: 'JUTE ROPE' },
      { x: 800, y: 490, word: 'CANVAS' },
      { x: 180, y: 460, word: 'HEEL PATCH' },
      { x: ribbons ? 420 : 560, y: ribbons ? 210 : 480, word: ribbons ? 'RIBBONS' : 'SLIP ON' },
    ],
    ankle: ribbons ? undefined : { x: 240, y: 384, width: 180 },
  }
}
