/** Grounds the accent must stand out from: the darkest paper and the lightest lamp-black of styles.css. */
const DARKEST_PAPER = '#ece8de'
const LIGHTEST_LAMP_BLACK = '#1e1c1a'

/** WCAG 2.2, 1.4.3: small text. */
const SMALLEST_CONTRAST = 4.5

const STEP = 0.02

type Rgb = [red: number, green: number, blue: number]

/** A brand colour, moved towards ink on paper and towards light on lamp-black until it can be read there. */
export function accentOnGrounds(hex: string): { onPaper: string; onLamp: string } {
  return {
    onPaper: moveUntilReadable(hex, [0, 0, 0], DARKEST_PAPER),
    onLamp: moveUntilReadable(hex, [255, 255, 255], LIGHTEST_LAMP_BLACK),
  }
}

export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function moveUntilReadable(hex: string, towards: Rgb, ground: string): string {
  const start = parse(hex)
  for (let share = 0; share < 1; share += STEP) {
    const candidate = format(start.map((channel, i) => channel + ((towards[i] ?? 0) - channel) * share))
    if (contrast(candidate, ground) >= SMALLEST_CONTRAST) return candidate
  }
  return format(towards)
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function format(channels: number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}
