import { m } from '#app/i18n/paraglide/messages.js'

const RUNGS = [
  { place: 1, points: 262, vetoed: true },
  { place: 2, points: 240, vetoed: true },
  { place: 3, points: 222, vetoed: false },
  { place: 4, points: 190, vetoed: false },
]
const WINNER = 3
const RUNG = 44

/** The community's order from the top; a line falls past each veto and stops at the first design that stands. */
export function LadderDiagram() {
  return (
    <svg viewBox="0 0 330 182" role="img" aria-label={m.about_decision_diagram()} className="block w-full max-w-sm">
      {RUNGS.map(({ place, points, vetoed }, index) => {
        const y = 22 + index * RUNG
        const wins = place === WINNER
        return (
          <g key={place}>
            <text x="0" y={y + 7} className={`font-serif text-[22px] ${wins ? 'fill-accent' : 'fill-ink'}`}>
              {place}
            </text>
            <rect
              x="66.5"
              y={y - 16}
              width="44"
              height="32"
              className={wins ? 'fill-accent stroke-accent' : 'fill-none stroke-strong'}
            />
            <path d={`M${points - 34} ${y}h68`} className="stroke-ink" strokeWidth="2" />
            <circle cx={points} cy={y} r="4.5" className="fill-ink" />
            {vetoed && <path d={`M70 ${y - 12}l37 24M107 ${y - 12}l-37 24`} className="stroke-ink" strokeWidth="2" />}
          </g>
        )
      })}
      <path d={`M40 22v${(WINNER - 1) * RUNG}h20`} className="fill-none stroke-accent" strokeWidth="2" />
      <path d={`M55 ${22 + (WINNER - 1) * RUNG - 5}l6 5-6 5`} className="fill-none stroke-accent" strokeWidth="2" />
      <circle cx="40" cy="22" r="4" className="fill-accent" />
    </svg>
  )
}
