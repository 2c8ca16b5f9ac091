import { m } from '#app/i18n/paraglide/messages.js'

const SIDES = [
  { x: 0, height: 84 },
  { x: 172, height: 66 },
]
const KEYS = [0, 110, 220]

/** Two frames beside each other and the three keys under them; the left one was chosen. */
export function DuelDiagram() {
  return (
    <svg viewBox="0 0 330 168" role="img" aria-label={m.about_duels_diagram()} className="block w-full max-w-sm">
      {SIDES.map(({ x, height }, side) => (
        <rect
          key={x}
          x={x + 0.5}
          y={92.5 - height}
          width="157"
          height={height}
          className={side === 0 ? 'fill-accent stroke-accent' : 'fill-none stroke-strong'}
        />
      ))}
      <path d="M55 132V102" className="fill-none stroke-ink" />
      <path d="M51 106l4-5 4 5" className="fill-none stroke-ink" />
      {KEYS.map((x, key) => (
        <g key={x}>
          <rect x={x + 0.5} y="132.5" width="109" height="35" className="fill-none stroke-ink" />
          <text x={x + 55} y="156" textAnchor="middle" className="fill-ink font-medium text-[17px]">
            {['←', '=', '→'][key]}
          </text>
        </g>
      ))}
    </svg>
  )
}
