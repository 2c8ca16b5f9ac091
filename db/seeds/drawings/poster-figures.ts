import { mixed } from './colours.ts'
import { areaPath, between, clipped, count, disc, line, moved, n, pick, type Random, rect, shape } from './drawing.ts'
import { fittedLetters } from './lettering.ts'
import { PAGE, type Plate } from './poster-plates.ts'

const { w, h } = PAGE
const ROUND = 'stroke-linecap="round" stroke-linejoin="round"'

const BASS =
  'M0 -260C90 -260 130 -200 110 -120C100 -60 110 -40 150 20C200 110 170 260 0 260C-170 260 -200 110 -150 20C-110 -40 -100 -60 -110 -120C-130 -200 -90 -260 0 -260Z'
const SAX =
  'M-60 -320L-20 -330C20 -330 40 -300 44 -260L84 120C90 190 170 190 176 120L190 20C196 -30 250 -60 320 -70C300 -30 290 0 284 60L262 150C240 290 30 300 10 140L-4 -250C-6 -280 -20 -290 -40 -284Z'

/** Cut paper and an instrument; keys along the edge. */
export function jazz({ word, inks }: Plate, random: Random): string {
  const scraps = count(5).map((i) => {
    const [x, y] = [between(random, 0, w * 0.7), between(random, 60, h * 0.7)]
    const [sw, sh] = [between(random, 200, 420), between(random, 160, 460)]
    const jag = () => between(random, -36, 36)
    return shape(
      `M${n(x + jag())} ${n(y + jag())}L${n(x + sw + jag())} ${n(y + jag())}L${n(x + sw + jag())} ${n(y + sh + jag())}L${n(x + jag())} ${n(y + sh + jag())}Z`,
      [inks.a, inks.b, inks.c, mixed(inks.b, inks.paper, 0.5), inks.a][i] ?? inks.a,
      'fill-opacity=".92"',
    )
  })
  const keys = count(15).map(
    (i) =>
      rect({ x: i * 64 + 2, y: h - 210, w: 60, h: 210 }, i % 2 ? inks.paper : mixed(inks.paper, '#ffffff', 0.5)) +
      (i % 7 === 2 || i % 7 === 6 ? '' : rect({ x: i * 64 + 44, y: h - 210, w: 38, h: 124 }, inks.ink)),
  )
  const bass =
    shape('M-16 -620L16 -620L20 60L-20 60Z', inks.ink) +
    shape(BASS, inks.ink) +
    line('M-9 -600L-9 130M0 -600L0 130M9 -600L9 130', inks.paper, 2.4) +
    line('M-70 10C-96 40 -50 90 -76 120M70 10C96 40 50 90 76 120', inks.paper, 8, ROUND) +
    rect({ x: -44, y: 126, w: 88, h: 14 }, inks.paper) +
    disc(0, -636, 30, inks.ink) +
    line('M-44 -570L44 -570M-44 -540L44 -540', inks.ink, 12, ROUND)
  const sax =
    shape(SAX, inks.ink) +
    count(9)
      .map((i) => disc(22 + i * 5, -200 + i * 38, 14 - (i % 3) * 2, inks.paper))
      .join('') +
    line('M-60 -318L-104 -290', inks.ink, 22, ROUND) +
    line('M260 -60C250 -10 240 30 230 80', inks.paper, 8, ROUND)
  const horn =
    line('M-360 0H180M-220 0V-60M-160 0V-60M-100 0V-60M-260 0C-320 90 -40 90 -60 0', inks.ink, 22, ROUND) +
    shape('M170 -14C240 -20 290 -60 330 -130V130C290 60 240 20 170 14Z', inks.ink) +
    [-220, -160, -100].map((x) => disc(x, -70, 18, inks.a)).join('') +
    rect({ x: -388, y: -14, w: 30, h: 28 }, inks.ink)
  const player = pick(random, [
    moved(bass, w * 0.5, h * 0.56, 1.05, between(random, -14, 14)),
    moved(sax, w * 0.4, h * 0.46, 1.35, between(random, -8, 22)),
    moved(horn, w * 0.5, h * 0.46, 1.15, between(random, -34, -16)),
  ])
  const title = fittedLetters(
    word,
    60,
    60,
    w - 120,
    { height: 130, width: 10, weight: 34, gap: 12, lean: 0.12 },
    inks.a,
  )
  return rect(PAGE, inks.paper) + scraps.join('') + title + player + keys.join('')
}

/** Bottles and jugs that overlap and change colour where they do. */
export function stillLife({ inks, word, seed }: Plate, random: Random): string {
  const bottle = 'M-30 -460H30V-300C30 -260 90 -240 90 -170V0H-90V-170C-90 -240 -30 -260 -30 -300Z'
  const jug = 'M-80 -330L90 -340L70 -250C140 -190 150 -60 100 0H-100C-150 -60 -140 -190 -70 -250Z'
  const bowl = 'M-170 -130H170C170 -50 110 0 60 0H-60C-110 0 -170 -50 -170 -130Z'
  const tall = 'M-60 -540C-20 -560 20 -560 60 -540C40 -400 110 -200 80 0H-80C-110 -200 -40 -400 -60 -540Z'
  const colours = [inks.a, inks.b, inks.c, inks.ink, mixed(inks.a, inks.paper, 0.4)]
  const floor = h * 0.78
  const things = count(5).map((i) =>
    moved(
      shape([tall, jug, bottle, bowl, jug][(i + seed) % 5] ?? jug, colours[i] ?? inks.a, 'fill-opacity=".9"'),
      190 + i * 145 + between(random, -20, 20),
      floor + (i % 2) * 60,
      1.25,
    ),
  )
  const halves = things.map((thing, i) =>
    i % 2
      ? clipped(
          areaPath({ x: 190 + i * 145, y: 0, w: 400, h }),
          thing.replace(/fill="[^"]+"/, `fill="${inks.ink}" fill-opacity=".25"`).replace(' fill-opacity=".9"', ''),
        )
      : '',
  )
  const fruit = [0, 1, 2].map(
    (i) =>
      disc(w * 0.2 + i * 96, floor + 130 - (i % 2) * 14, 52, i % 2 ? inks.b : inks.a) +
      line(`M${n(w * 0.2 + i * 96)} ${n(floor + 80)}q6 -22 20 -30`, inks.ink, 6),
  )
  return (
    rect(PAGE, inks.paper) +
    rect({ x: 0, y: floor - 40, w, h: h - floor + 40 }, mixed(inks.paper, inks.c, 0.35)) +
    things.join('') +
    halves.join('') +
    fruit.join('') +
    fittedLetters(word, 60, 54, w - 120, { height: 70, width: 10, weight: 12, gap: 12 }, inks.ink)
  )
}

/** A big bird built from quarter circles. */
export function bird({ inks, word }: Plate, random: Random): string {
  const u = 230
  const wing = count(5).map((i) =>
    shape(
      `M0 0A${n(u - i * 42)} ${n(u - i * 42)} 0 0 1 ${n(u - i * 42)} ${n(u - i * 42)}H0Z`,
      [inks.b, inks.c, inks.paper, inks.a, inks.ink][i] ?? inks.b,
    ),
  )
  const body = shape(`M0 0H${2 * u}A${2 * u} ${2 * u} 0 0 1 0 ${2 * u}Z`, inks.a) + moved(wing.join(''), 40, 60, 1.1)
  const head =
    disc(2 * u - u * 0.5, -u * 0.02, u * 0.5, inks.a) +
    disc(2 * u - u * 0.42, -u * 0.12, u * 0.16, inks.paper) +
    disc(2 * u - u * 0.42, -u * 0.12, u * 0.08, inks.ink) +
    shape(
      `M${n(2 * u - 10)} ${n(-u * 0.2)}L${n(2 * u + u * 0.55)} ${n(u * 0.02)}L${n(2 * u - 14)} ${n(u * 0.2)}Z`,
      inks.b,
    )
  const tail = count(3).map((i) =>
    shape(
      `M0 ${n(2 * u)}L${n(-190 + i * 70)} ${n(2 * u + 250 - i * 40)}h60L${n(60)} ${n(2 * u - 60)}Z`,
      [inks.ink, inks.c, inks.b][i] ?? inks.ink,
    ),
  )
  const legs = line(`M200 ${n(2 * u - 60)}V${n(2 * u + 200)}M280 ${n(2 * u - 110)}V${n(2 * u + 200)}`, inks.ink, 12)
  const branch =
    rect({ x: -400, y: 2 * u + 190, w: 1500, h: 34 }, inks.ink) +
    count(6)
      .map((i) =>
        moved(
          shape('M0 0C40 -60 120 -60 170 -10C120 40 50 40 0 0Z', i % 2 ? inks.c : inks.b),
          -240 + i * 190,
          2 * u + (i % 2 ? 226 : 190),
          1,
          i % 2 ? 40 : -40,
        ),
      )
      .join('')
  const ground =
    random() < 0.5
      ? disc(w / 2, h * 0.42, 400, mixed(inks.paper, inks.b, 0.3))
      : rect({ x: 0, y: 0, w, h: h * 0.55 }, mixed(inks.paper, inks.c, 0.3))
  return (
    rect(PAGE, inks.paper) +
    ground +
    moved(tail.join('') + legs + branch + body + head, 230, 300, 1) +
    fittedLetters(word, 60, h - 130, w - 120, { height: 78, width: 10, weight: 16, gap: 12 }, inks.ink)
  )
}
