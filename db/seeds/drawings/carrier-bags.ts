import { n, type Random } from './drawing.ts'
import { along, box, cord, edge, type Figure, fill, panel, round, seam, shade, shine, stitch } from './figures.ts'

export function backpack(random: Random): Figure {
  const outline =
    'M190 460 C180 240 300 120 500 120 C700 120 820 240 810 460 L836 880 C838 940 810 968 756 970 L244 970 C190 968 162 940 164 880 Z'
  const lid =
    'M176 440 C170 230 290 104 500 104 C710 104 830 230 824 440 C826 500 800 530 756 532 C600 548 400 548 244 532 C200 530 174 500 176 440 Z'
  const rolled = random() < 0.4
  return {
    width: 1000,
    floor: 980,
    outline: `${outline} ${lid}`,
    contour: `${outline} ${lid}`,
    parts: [
      cord('second', 'M420 120 C410 40 440 24 500 24 C560 24 590 40 580 120', 26),
      cord('second', 'M210 480 C110 560 100 800 180 940', 34),
      cord('second', 'M790 480 C890 560 900 800 820 940', 34),
      fill('accent', 'M170 640 C110 650 96 700 98 780 L104 900 C108 940 140 950 180 946 Z'),
      fill('accent', 'M830 640 C890 650 904 700 902 780 L896 900 C892 940 860 950 820 946 Z'),
      fill('main', outline),
      panel('second', box(250, 620, 500, 300, 30)),
      stitch('M270 690 L270 880 C270 894 280 900 292 900 L708 900 C720 900 730 894 730 880 L730 690'),
      panel('main', 'M250 620 L750 620 L750 690 C600 716 400 716 250 690 Z'),
      stitch('M256 678 C400 702 600 702 744 678'),
      ...(rolled
        ? [
            cord('accent', 'M180 928 L820 928', 44),
            cord('second', 'M330 890 L330 970', 20),
            cord('second', 'M670 890 L670 970', 20),
          ]
        : []),
      shade('M170 500 C400 570 600 570 830 500 L830 580 C600 620 400 620 170 580 Z'),
      fill('main', lid),
      panel('accent', 'M150 90 L850 90 L850 250 C620 220 380 220 150 250 Z'),
      stitch('M190 262 C400 236 600 236 810 262'),
      stitch('M198 440 C196 480 214 506 248 510 C400 524 600 524 752 510 C786 506 804 480 802 440'),
      shade('M740 90 C860 200 840 400 836 980 L760 980 C780 700 800 300 740 90 Z'),
      shine('M260 270 C230 320 216 380 218 440 C240 400 280 320 330 270 Z'),
      ...[370, 630].flatMap((x) => [
        fill('second', `M${x - 26} 430 L${x + 26} 430 L${x + 26} 660 L${x} 684 L${x - 26} 660 Z`),
        fill('metal', box(x - 38, 556, 76, 56, 8)),
        fill('second', box(x - 22, 570, 44, 28, 3)),
        edge(`M${x} 584 L${x + 36} 584`, 5),
        fill('dark', round(x, 640, 5)),
      ]),
      fill('trim', box(460, 330, 80, 60, 8)),
      seam('M476 352 L524 352 M476 368 L512 368', 4),
    ],
    notes: [
      { x: 370, y: 584, word: 'TUCK LOCK' },
      { x: 500, y: 40, word: 'GRAB LOOP' },
      { x: 110, y: 800, word: 'BOTTLE POCKET' },
      { x: 620, y: 820, word: 'WAXED COTTON' },
    ],
  }
}

export function bucket(random: Random): Figure {
  const outline =
    'M196 380 C380 410 620 410 804 380 L850 900 C852 940 834 960 800 964 C620 982 380 982 200 964 C166 960 148 940 150 900 Z'
  const folds = along([250, 400], [750, 400], 7)
  const tied = random() < 0.5
  return {
    width: 1000,
    floor: 980,
    outline,
    contour: `${outline} M196 380 C300 340 700 340 804 380 L796 430 L204 430 Z`,
    parts: [
      cord('second', 'M230 430 C230 160 380 50 560 70 C720 96 780 240 770 430', 32),
      fill(
        'lining',
        'M196 380 C280 330 380 360 430 346 C500 330 560 362 620 346 C700 330 760 346 804 380 C700 420 300 420 196 380 Z',
      ),
      fill('main', outline),
      ...folds.map(([x], i) =>
        seam(`M${n(x)} 390 C${n(x + (3 - i) * 3)} 460 ${n(x + (3 - i) * 8)} 520 ${n(x + (3 - i) * 5)} 600`, 4),
      ),
      panel('accent', 'M100 720 C360 750 640 750 900 720 L900 1000 L100 1000 Z'),
      stitch('M140 738 C360 766 640 766 860 738'),
      panel('second', 'M420 740 C420 640 580 640 580 740 L580 1000 L420 1000 Z'),
      stitch('M436 960 L436 744 C436 664 564 664 564 744 L564 960'),
      shade('M740 380 L860 360 L900 1000 L700 1000 C760 800 770 600 740 380 Z'),
      shade('M140 900 C360 950 640 950 860 900 L870 1000 L130 1000 Z'),
      shine('M250 480 C262 580 262 660 256 700 L226 696 C226 600 232 540 250 480 Z'),
      cord('dark', 'M200 456 C380 486 620 486 800 456', 20),
      cord('trim', 'M200 456 C380 486 620 486 800 456', 12),
      ...along([240, 462], [760, 462], 8).flatMap(([x], i) => [
        fill('metal', round(x, 466 + Math.sin((i / 7) * 3.14) * 12, 14)),
        fill('dark', round(x, 466 + Math.sin((i / 7) * 3.14) * 12, 6)),
      ]),
      ...(tied
        ? [
            cord(
              'trim',
              'M500 480 C420 420 380 500 440 520 C470 524 490 500 500 480 C580 420 620 500 560 520 C530 524 510 500 500 480',
              12,
            ),
          ]
        : []),
      cord('trim', 'M500 480 C490 540 450 560 456 620', 12),
      cord('trim', 'M500 480 C520 530 550 560 546 640', 12),
      fill('accent', 'M444 612 L470 614 L476 680 L436 678 Z'),
      fill('accent', 'M532 632 L562 632 L570 702 L526 702 Z'),
      fill('second', box(480, 462, 42, 40, 8)),
    ],
    notes: [
      { x: 500, y: 480, word: 'DRAWSTRING' },
      { x: 240, y: 462, word: 'BRASS EYELETS' },
      { x: 760, y: 840, word: 'LEATHER BASE' },
      { x: 700, y: 130, word: 'STRAP' },
    ],
  }
}

export function messenger(random: Random): Figure {
  const outline = 'M90 400 L910 400 L930 880 C930 920 910 940 874 942 L126 942 C90 940 70 920 70 880 Z'
  const flap =
    'M70 370 C72 350 84 340 104 340 L896 340 C916 340 928 350 930 370 L946 720 C900 800 740 830 500 830 C260 830 100 800 54 720 Z'
  const diagonal = random() < 0.5
  return {
    width: 1000,
    floor: 980,
    outline: `${outline} ${flap}`,
    contour: `${outline} ${flap}`,
    parts: [
      cord('second', 'M110 420 C120 220 420 90 560 100 C760 116 860 280 890 420', 44),
      fill('metal', box(520, 66, 96, 74, 8)),
      fill('second', box(540, 84, 56, 38, 4)),
      fill('main', outline),
      panel('lining', 'M60 800 C260 880 740 880 940 800 L940 850 C740 910 260 910 60 850 Z'),
      fill('main', flap),
      ...(diagonal
        ? [
            panel('accent', 'M40 340 L420 340 L40 720 Z'),
            panel('second', 'M420 340 L500 340 L40 810 L40 720 Z'),
            stitch('M410 350 L60 706'),
          ]
        : [
            panel('accent', 'M40 560 C320 590 680 590 960 560 L960 640 C680 670 320 670 40 640 Z'),
            panel('second', 'M40 660 C320 690 680 690 960 660 L960 690 C680 720 320 720 40 690 Z'),
          ]),
      stitch(
        'M92 372 C94 362 100 358 110 358 L890 358 C900 358 906 362 908 372 L924 712 C880 776 730 810 500 810 C270 810 120 776 76 712 Z',
      ),
      shade('M860 330 L960 330 L960 960 L840 960 C880 760 880 560 860 330 Z'),
      shade('M50 700 C260 820 740 820 950 700 L950 850 L50 850 Z'),
      shine('M120 376 L380 376 C300 396 200 404 112 400 Z'),
      ...[280, 720].flatMap((x) => [
        cord('second', `M${x} 640 L${x} 880`, 42),
        fill('metal', box(x - 44, 740, 88, 60, 8)),
        fill('dark', box(x - 28, 756, 56, 28, 4)),
        fill('metal', box(x - 12, 744, 24, 52, 4)),
      ]),
      fill('metal', round(110, 410, 26)),
      fill('lining', round(110, 410, 13)),
      fill('metal', round(890, 410, 26)),
      fill('lining', round(890, 410, 13)),
      fill('trim', box(440, 420, 120, 60, 6)),
      seam('M462 440 L538 440 M462 458 L516 458', 5),
    ],
    notes: [
      { x: 568, y: 100, word: 'QUICK BUCKLE' },
      { x: 280, y: 770, word: 'SNAP CLIP' },
      { x: 500, y: 450, word: 'LABEL' },
      { x: 820, y: 600, word: 'CANVAS 18 OZ' },
    ],
  }
}
