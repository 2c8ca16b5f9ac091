import { n, type Random } from './drawing.ts'
import { along, box, cord, edge, type Figure, fill, panel, round, seam, shade, shine, stitch } from './figures.ts'

export function tote(random: Random): Figure {
  const outline =
    'M150 390 C360 404 640 404 850 390 L902 926 C904 952 892 966 866 968 C620 982 380 982 134 968 C108 966 96 952 98 926 Z'
  const pocket = random() < 0.5
  return {
    width: 1000,
    floor: 980,
    outline,
    contour: outline,
    parts: [
      cord('second', 'M330 410 C330 200 380 96 500 96 C620 96 670 200 670 410', 34),
      fill('lining', 'M150 390 C300 366 700 366 850 390 C700 410 300 410 150 390 Z'),
      fill('main', outline),
      panel('accent', 'M60 780 C340 800 660 800 940 780 L940 1000 L60 1000 Z'),
      stitch('M100 796 C340 814 660 814 900 796'),
      stitch('M152 420 C360 434 640 434 848 420'),
      stitch('M160 434 L114 950'),
      stitch('M840 434 L886 950'),
      ...(pocket
        ? [
            panel('second', box(340, 520, 320, 210, 16)),
            stitch('M356 536 L644 536 L644 714 L356 714 Z'),
            fill('metal', round(500, 548, 11)),
          ]
        : [
            panel('second', 'M400 520 C400 440 600 440 600 520 L600 700 L400 700 Z'),
            panel('trim', round(500, 560, 48)),
          ]),
      shade('M840 380 L870 380 L930 1000 L780 1000 C830 800 850 600 840 380 Z'),
      shade('M90 900 C340 950 660 950 910 900 L910 1000 L90 1000 Z'),
      shine('M190 440 L240 444 L220 740 L170 740 Z'),
      cord('second', 'M300 560 L300 420 C300 230 360 130 500 130 C640 130 700 230 700 420 L700 560', 40),
      stitch('M300 550 L300 430'),
      stitch('M700 550 L700 430'),
      ...[300, 700].flatMap((x) => [
        fill('second', box(x - 30, 470, 60, 100, 8)),
        edge(`M${x - 18} 484 L${x + 18} 556 M${x + 18} 484 L${x - 18} 556`, 3),
        fill('metal', round(x, 458, 10)),
      ]),
    ],
    notes: [
      { x: 640, y: 150, word: 'HANDLE 60 CM' },
      { x: 300, y: 520, word: 'BOX STITCH' },
      { x: 200, y: 880, word: 'DOUBLE BASE' },
      { x: 560, y: 600, word: 'POCKET' },
    ],
  }
}

export function satchel(random: Random): Figure {
  const outline =
    'M110 300 C110 274 126 260 152 260 L848 260 C874 260 890 274 890 300 L900 900 C900 940 880 960 842 960 L158 960 C120 960 100 940 100 900 Z'
  const flap =
    'M96 300 C96 262 118 246 152 246 L848 246 C882 246 904 262 904 300 L904 590 C904 630 884 650 846 652 C620 668 380 668 154 652 C116 650 96 630 96 590 Z'
  const straps = random() < 0.6 ? [300, 700] : [500]
  return {
    width: 1000,
    floor: 980,
    outline: `${outline} ${flap}`,
    contour: `${outline} ${flap}`,
    parts: [
      cord('second', 'M110 330 C10 260 60 60 300 40 C420 34 580 34 700 40 C940 60 990 260 890 330', 26),
      cord('dark', 'M380 250 C380 160 420 140 500 140 C580 140 620 160 620 250', 40),
      cord('accent', 'M380 250 C380 160 420 140 500 140 C580 140 620 160 620 250', 28),
      fill('main', outline),
      panel('second', box(160, 640, 680, 280, 24)),
      stitch('M180 700 L180 900 L820 900 L820 700'),
      stitch('M124 660 L122 900 C122 926 138 938 160 938 L840 938 C862 938 878 926 878 900 L876 660'),
      panel('main', box(180, 620, 640, 130, 8)),
      shade('M96 640 C380 690 620 690 904 640 L904 700 C620 740 380 740 96 700 Z'),
      fill('main', flap),
      stitch(
        'M120 300 C120 280 134 270 154 270 L846 270 C866 270 880 280 880 300 L880 588 C880 612 866 624 844 628 C620 642 380 642 156 628 C134 624 120 612 120 588 Z',
      ),
      panel('accent', 'M60 200 L250 200 C200 300 160 330 60 360 Z'),
      panel('accent', 'M940 200 L750 200 C800 300 840 330 940 360 Z'),
      stitch('M230 250 C190 310 160 330 110 346'),
      stitch('M770 250 C810 310 840 330 890 346'),
      shade('M820 246 C900 246 910 300 910 340 L910 960 L840 960 C880 700 880 400 820 246 Z'),
      shine('M150 286 L420 286 C340 310 240 320 142 316 Z'),
      ...straps.flatMap((x) => [
        fill('second', `M${x - 36} 470 L${x + 36} 470 L${x + 36} 800 L${x} 830 L${x - 36} 800 Z`),
        edge(`M${x - 24} 484 L${x - 24} 790 M${x + 24} 484 L${x + 24} 790`, 2.5),
        fill('metal', box(x - 50, 640, 100, 70, 10)),
        fill('second', box(x - 32, 656, 64, 38, 4)),
        edge(`M${x} 676 L${x + 48} 676`, 6),
        ...along([x, 730], [x, 790], 3).map(([ex, ey]) => fill('dark', round(ex, ey, 6))),
      ]),
      fill('metal', round(380, 250, 17)),
      fill('metal', round(620, 250, 17)),
      fill('metal', box(88, 300, 30, 56, 8)),
      fill('metal', box(882, 300, 30, 56, 8)),
    ],
    notes: [
      { x: 300, y: 680, word: 'ROLLER BUCKLE' },
      { x: 560, y: 150, word: 'ROLLED HANDLE' },
      { x: 840, y: 310, word: 'CORNER PATCH' },
      { x: 540, y: 860, word: 'FRONT POCKET' },
    ],
  }
}

/** Half moon with a long strap and a zip. */
export function crescent(random: Random): Figure {
  const outline =
    'M110 470 C150 430 260 440 380 486 C460 510 540 510 620 486 C740 440 850 430 890 470 C930 560 880 760 740 860 C600 950 400 950 260 860 C120 760 70 560 110 470 Z'
  const fringe = random() < 0.4
  return {
    width: 1000,
    floor: 980,
    outline,
    contour: outline,
    parts: [
      ...(fringe
        ? along([260, 850], [740, 850], 25).map(([x], i) =>
            cord('second', `M${n(x)} 800 L${n(x + (i % 3) * 3 - 3)} ${n(960 - Math.abs(i - 12) * 7)}`, 11),
          )
        : []),
      cord('second', 'M132 480 C120 200 300 60 500 60 C700 60 880 200 868 480', 34),
      fill('main', outline),
      panel('second', 'M40 640 L110 420 C220 520 240 800 330 960 L100 960 Z'),
      panel('second', 'M960 640 L890 420 C780 520 760 800 670 960 L900 960 Z'),
      stitch('M134 470 C236 560 260 780 330 900'),
      stitch('M866 470 C764 560 740 780 670 900'),
      seam('M130 520 C240 500 330 540 400 560 C470 576 530 576 600 560 C670 540 760 500 870 520', 10),
      stitch('M126 498 C240 476 330 512 400 532 C470 548 530 548 600 532 C670 512 760 476 874 498'),
      stitch('M128 542 C240 524 330 562 400 584 C470 598 530 598 600 584 C670 562 760 524 872 542'),
      shade('M110 640 C200 860 400 900 560 880 C760 850 860 740 900 600 L920 980 L80 980 Z'),
      shine('M300 560 C340 580 380 596 420 604 C360 620 320 600 300 560 Z'),
      fill('metal', round(132, 476, 32)),
      fill('lining', round(132, 476, 17)),
      fill('metal', round(868, 476, 32)),
      fill('lining', round(868, 476, 17)),
      fill('metal', box(586, 542, 46, 26, 8)),
      cord('accent', 'M626 556 C660 580 664 640 650 690', 14),
      fill('accent', 'M634 680 L668 684 L672 760 L650 748 L626 756 Z'),
    ],
    notes: [
      { x: 640, y: 700, word: 'ZIP PULL' },
      { x: 132, y: 476, word: 'O-RING' },
      { x: 260, y: 700, word: 'GUSSET' },
      { x: 690, y: 120, word: 'STRAP 90 CM' },
    ],
  }
}
