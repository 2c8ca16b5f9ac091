import { m } from '#app/i18n/paraglide/messages.js'

const VOTERS: { y: number; name: 'severe' | 'generous'; scores: number[] }[] = [
  { y: 20, name: 'severe', scores: [0, 1, 3] },
  { y: 62, name: 'generous', scores: [2, 3, 5] },
]

const LEFT = 96
const STEP = 44
const MIDDLE = LEFT + 2.5 * STEP

/** Two voters who rank alike, one severe and one generous, land on the same places once each is measured against the others. */
export function CentringDiagram() {
  const names = { severe: m.about_count_severe(), generous: m.about_count_generous() }
  return (
    <svg viewBox="0 0 330 166" role="img" aria-label={m.about_count_diagram()} className="block w-full max-w-sm">
      {VOTERS.map(({ y, name, scores }) => {
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
        return (
          <g key={name}>
            <text x="0" y={y + 4} className="fill-quiet text-[12px]">
              {names[name]}
            </text>
            <Scale y={y} />
            <path d={`M${LEFT + mean * STEP} ${y - 10}v20`} className="stroke-accent" strokeWidth="2" />
            {scores.map((score) => (
              <Dot key={score} x={LEFT + score * STEP} y={y} hollow={name === 'severe'} />
            ))}
            <path
              d={`M${LEFT + mean * STEP} ${y + 12}L${MIDDLE} ${y === 20 ? 122 : 120}`}
              className="stroke-line"
              strokeDasharray="3 3"
            />
          </g>
        )
      })}
      <Scale y={134} />
      <path d={`M${MIDDLE} 124v20`} className="stroke-accent" strokeWidth="2" />
      {VOTERS.map(({ name, scores }) => {
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
        return scores.map((score) => (
          <Dot
            key={`${name}${score}`}
            x={MIDDLE + (score - mean) * STEP}
            y={name === 'severe' ? 129 : 139}
            hollow={name === 'severe'}
          />
        ))
      })}
      <text x="0" y="138" className="fill-ink font-medium text-[12px]">
        {m.about_count_together()}
      </text>
    </svg>
  )
}

function Scale({ y }: { y: number }) {
  return <path d={`M${LEFT} ${y}h${5 * STEP}`} className="stroke-strong" />
}

function Dot({ x, y, hollow }: { x: number; y: number; hollow: boolean }) {
  return (
    <circle
      cx={x}
      cy={y}
      r="4.5"
      strokeWidth="1.5"
      className={hollow ? 'fill-paper stroke-ink' : 'fill-ink stroke-ink'}
    />
  )
}
