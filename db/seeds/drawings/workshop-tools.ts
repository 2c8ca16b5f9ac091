import { mixed } from './colours.ts'
import type { Design } from './designs.ts'
import { type Area, count, disc, line, moved, n, type Random, rect, shape } from './drawing.ts'
import { box } from './figures.ts'

export function planks(area: Area, wood: string): string {
  const joints = count(5).map((i) => `M0 ${n((i + 1) * (area.h / 5))}H${area.w}`)
  const grain = count(9).map((i) => `M${(i * 173) % 900} ${n(60 + i * 84)}q120 -14 260 0`)
  return (
    rect(area, wood) +
    line(joints.join(''), mixed(wood, '#3a2410', 0.3), 4) +
    line(grain.join(''), mixed(wood, '#3a2410', 0.16), 3)
  )
}

export function wall(area: Area, tone: string): string {
  return (
    rect(area, tone) +
    line(
      count(7)
        .map((i) => `M${n((i * area.w) / 6)} 0V${area.h}`)
        .join(''),
      mixed(tone, '#22201d', 0.08),
      3,
    )
  )
}

export function rulerTool(): string {
  const ticks = count(30).map((i) => `M${12 + i * 12} 0v${i % 5 ? 10 : 18}`)
  return shape(box(0, 0, 380, 40, 4), '#d7dadc') + line(ticks.join(''), '#3b3735', 2)
}

export function knife(): string {
  return (
    shape('M0 -12H130C140 -12 140 12 130 12H0Z', '#5b3420') +
    shape('M0 -12L-86 -6L-60 12H0Z', '#c9ccd0') +
    disc(30, 0, 4, '#d9b25f') +
    disc(80, 0, 4, '#d9b25f')
  )
}

export function hammer(): string {
  return (
    shape('M-10 0H220C232 0 232 24 220 24H-10Z', '#a8703f') +
    shape('M-60 -22C-20 -34 0 -34 20 -22V46C0 58 -20 58 -34 46Z', '#5a5f63')
  )
}

export function spool(thread: string): string {
  return (
    rect({ x: -30, y: -36, w: 60, h: 84 }, thread) +
    line(
      count(7)
        .map((i) => `M-30 ${-28 + i * 11}L30 ${-22 + i * 11}`)
        .join(''),
      '#22201d',
      2,
      'stroke-opacity=".25"',
    ) +
    shape(box(-40, -50, 80, 16, 5), '#d9a769') +
    shape(box(-40, 46, 80, 16, 5), '#d9a769')
  )
}

/** A rail with brush, pincers, awl and shears, and the leathers rolled up below it. */
export function shelfTools(design: Design, random: Random): string {
  const { fills } = design.coat
  const rail = rect({ x: 90, y: 150, w: 1020, h: 22 }, '#8a5a31')
  const hooks = [180, 360, 540, 720, 900, 1040].map((x) => disc(x, 176, 7, '#3b3735')).join('')
  const shears =
    line('M180 190C150 250 160 300 176 330M180 190C210 250 200 300 184 330', '#5a5f63', 15) +
    line('M160 350a26 30 0 1 0 .1 0ZM200 350a26 30 0 1 0 .1 0Z', '#3b3735', 11)
  const brush =
    rect({ x: 338, y: 184, w: 44, h: 100 }, '#d9a769') +
    rect({ x: 330, y: 284, w: 60, h: 20 }, '#c9ccd0') +
    shape('M330 304H390L384 380H336Z', fills.accent)
  const awl =
    shape('M520 184H560C566 240 552 270 546 284H534C528 270 514 240 520 184Z', fills.second) +
    shape('M536 284H544L540 390Z', '#5a5f63')
  const pincers =
    line('M700 190C690 260 720 290 714 330M740 190C750 260 720 290 726 330', '#5a5f63', 14) +
    shape('M690 330C690 390 750 390 750 330L734 330C734 356 706 356 706 330Z', '#3b3735')
  const rolls = [fills.main, fills.second, fills.accent]
    .map(
      (colour, i) =>
        rect({ x: 820 + i * 100, y: 190, w: 78, h: 230 - i * 20 }, colour) +
        line(`M${820 + i * 100} 190h78`, mixed(colour, '#000000', 0.3), 8) +
        line(`M${836 + i * 100} 206v${200 - i * 20}`, mixed(colour, '#ffffff', 0.35), 5),
    )
    .join('')
  return (
    rail +
    hooks +
    shears +
    brush +
    awl +
    pincers +
    rolls +
    (random() < 0.5 ? moved(spool(fills.trim), 640, 130, 0.9) : moved(spool(fills.main), 460, 130, 0.9))
  )
}

export function sewingMachine(design: Design): string {
  const black = '#26282b'
  const body =
    shape('M0 0V-60H470V0Z', black) +
    shape(
      'M370 -60V-300C370 -330 350 -340 320 -340H80C40 -340 20 -320 20 -290V-200H90V-240C90 -256 100 -264 116 -264H270C286 -264 290 -250 290 -236V-60Z',
      black,
    )
  const needle =
    rect({ x: 46, y: -200, w: 18, h: 70 }, '#c9ccd0') +
    line('M55 -130V-66', '#c9ccd0', 5) +
    shape('M30 -76H84L76 -60H36Z', '#c9ccd0')
  const wheel = disc(400, -230, 62, black) + disc(400, -230, 40, '#c9a24a') + disc(400, -230, 28, black)
  const gold = line('M60 -312H300M120 -36H420', '#c9a24a', 5) + line('M180 -290c30 -20 50 20 80 0', '#c9a24a', 4)
  const cloth =
    shape('M-140 -56C-60 -76 60 -70 150 -62L150 -58H-140Z', design.coat.fills.main) +
    shape('M-140 -58C-160 -30 -150 -8 -150 0H-110C-110 -20 -120 -40 -100 -58Z', design.coat.fills.main)
  return (
    body +
    needle +
    wheel +
    gold +
    cloth +
    moved(spool(design.coat.fills.trim), 220, -400, 0.8) +
    line('M220 -420C140 -430 70 -400 55 -200', design.coat.fills.trim, 3)
  )
}
