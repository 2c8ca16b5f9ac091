import { m } from '#app/i18n/paraglide/messages.js'

/** Columns of unknown height behind a hatched band, open on the right of the line that stands for the close. */
export function SealDiagram() {
  const heights = [30, 58, 22, 70, 44, 52]
  return (
    <svg viewBox="0 0 320 120" role="img" aria-label={m.about_seal_diagram()} className="block w-full max-w-sm">
      <defs>
        <pattern id="about-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v7" className="stroke-strong" />
        </pattern>
      </defs>
      <rect x="0.5" y="10.5" width="170" height="84" fill="url(#about-hatch)" className="stroke-strong" />
      <path d="M171 2v106" className="stroke-accent" strokeWidth="2" />
      <circle cx="171" cy="108" r="5" className="fill-accent" />
      {heights.map((height, index) => (
        <rect key={height} x={186 + index * 23} y={95 - height} width="14" height={height} className="fill-ink" />
      ))}
      <path d="M178 95.5h142" className="stroke-ink" />
    </svg>
  )
}
