/** Grounds the accent must stand out from: the darkest paper and the lightest lamp-black of styles.css. */
const DARKEST_PAPER = '#ece8de'
const LIGHTEST_LAMP_BLACK = '#1e1c1a'

/** WCAG 2.2, 1.4.3: small text. */
const SMALLEST_CONTRAST = 4.5

const STEP = 0.01

type Rgb = [red: number, green: number, blue: number]

/** A brand colour, darkened for paper and lightened for lamp-black, in its own hue, until it can be read there. */
export function accentOnGrounds(hex: string): { onPaper: string; onLamp: string } {
  return {
    onPaper: moveUntilReadable(hex, -STEP, DARKEST_PAPER),
    onLamp: moveUntilReadable(hex, STEP, LIGHTEST_LAMP_BLACK),
  }
}

export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function moveUntilReadable(hex: string, step: number, ground: string): string {
  const { hue, saturation, lightness } = toHsl(parse(hex))
  let candidate = hex.toLowerCase()
  for (let moved = lightness; contrast(candidate, ground) < SMALLEST_CONTRAST && moved >= 0 && moved <= 1; ) {
    moved += step
    candidate = format(fromHsl(hue, saturation, Math.min(1, Math.max(0, moved))))
  }
  return candidate
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function format(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** WCAG 2.2, "relative luminance". */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function toHsl([red, green, blue]: Rgb): { hue: number; saturation: number; lightness: number } {
  const most = Math.max(red, green, blue) / 255
  const least = Math.min(red, green, blue) / 255
  const lightness = (most + least) / 2
  const spread = most - least
  if (spread === 0) return { hue: 0, saturation: 0, lightness }
  const sector =
    most * 255 === red
      ? (green - blue) / 255 / spread
      : most * 255 === green
        ? (blue - red) / 255 / spread + 2
        : (red - green) / 255 / spread + 4
  return { hue: (sector * 60 + 360) % 360, saturation: spread / (1 - Math.abs(2 * lightness - 1)), lightness }
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}
