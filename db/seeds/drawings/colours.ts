function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Plain distance in RGB, 0 to 441: enough to keep two flat colours from melting into one another. */
export function apart(one: string, other: string): number {
  const [a, b] = [channels(one), channels(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)]
  const parts = a.map((value, i) =>
    Math.round(value + ((b[i] ?? value) - value) * share)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}
