import { m } from '#app/i18n/paraglide/messages.js'

const FRAMES = [
  { x: 0, width: 34 },
  { x: 44, width: 52 },
  { x: 106, width: 40 },
  { x: 156, width: 60 },
  { x: 226, width: 36 },
  { x: 272, width: 48 },
]
const SEEN = [3, 3, 4, 3, 4, 3]
const KEYS = [0, 1, 2, 3, 4, 5]

/** Frames seen about equally often; the one that was seen least is handed out, and takes a score from six keys. */
export function BallotDiagram() {
  return (
    <svg viewBox="0 0 320 168" role="img" aria-label={m.about_vote_diagram()} className="block w-full max-w-sm">
      {FRAMES.map(({ x, width }, index) => (
        <g key={x}>
          <rect
            x={x + 0.5}
            y="0.5"
            width={width - 1}
            height="52"
            className={index === 3 ? 'fill-accent stroke-accent' : 'fill-none stroke-strong'}
          />
          {Array.from({ length: SEEN[index] ?? 0 }, (_, dot) => dot).map((dot) => (
            <circle key={dot} cx={x + width / 2 - 9 + dot * 7} cy="63" r="2" className="fill-ink" />
          ))}
        </g>
      ))}
      <path d="M186 74v22" className="fill-none stroke-ink" />
      <path d="M182 92l4 5 4-5" className="fill-none stroke-ink" />
      {KEYS.map((key) => (
        <g key={key}>
          <rect x={81.5 + key * 35} y="104.5" width="35" height="62" className="fill-none stroke-ink" />
          <text x={99 + key * 35} y="156" textAnchor="middle" className="fill-ink font-medium text-[13px]">
            {key}
          </text>
        </g>
      ))}
    </svg>
  )
}
