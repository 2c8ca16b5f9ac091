import { Link } from '@remix-run/react'
import type { VotingMethod } from '#app/contests/brief.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'

type Props = { method: VotingMethod; quorum: number; jurors: number; candidates: number }

const CROWD_TEXTS: Record<VotingMethod, () => string> = {
  scores: m.contests_decided_crowd_text,
  duels: m.contests_decided_crowd_text_duels,
}

/** How the winner of this contest will be chosen, with its own numbers. */
export function HowDecided({ method, quorum, jurors, candidates }: Props) {
  const steps = [
    { name: m.contests_decided_crowd(), text: CROWD_TEXTS[method]() },
    {
      name: m.contests_decided_jury(),
      text:
        jurors >= quorum && jurors > 0
          ? m.contests_decided_jury_text({ quorum, jurors })
          : m.contests_decided_jury_text_unseated({ quorum }),
    },
    { name: m.contests_decided_both(), text: m.contests_decided_both_text({ count: candidates }) },
  ]
  return (
    <div className="grid gap-x-16 gap-y-10 @4xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <Diagram />
      <ol className="space-y-6">
        {steps.map(({ name, text }, index) => (
          <li key={name} className="grid grid-cols-[2rem_1fr] gap-x-3">
            <span aria-hidden="true" className="font-serif text-quiet text-xl leading-snug">
              {index + 1}
            </span>
            <div>
              <p className="font-serif text-lg leading-snug">{name}</p>
              <p className="mt-1 max-w-text text-quiet text-sm">{text}</p>
            </div>
          </li>
        ))}
        <li className="list-none pl-11 text-sm">
          <Link to={links.howItWorks()} className="link">
            {m.contests_decided_more()}
          </Link>
        </li>
      </ol>
    </div>
  )
}

const RUNG = 46
const RUNGS = [
  { points: 236, stamp: 'veto' },
  { points: 214, stamp: 'placet' },
  { points: 196, stamp: 'placet' },
  { points: 162, stamp: 'none' },
] as const
const WINNER = 1

/** The crowd's order as dots with their intervals; beside it the stamps; the line falls past a veto to the first that stands. */
function Diagram() {
  return (
    <svg viewBox="0 0 420 226" role="img" aria-label={m.contests_decided_diagram()} className="block w-full max-w-md">
      <text x="66" y="12" className="fill-quiet text-[12px]">
        {m.contests_decided_crowd_short()}
      </text>
      <text x="300" y="12" className="fill-quiet text-[12px]">
        {m.contests_decided_jury_short()}
      </text>
      {RUNGS.map(({ points, stamp }, index) => {
        const y = 46 + index * RUNG
        const wins = index === WINNER
        return (
          <g key={points}>
            <text x="0" y={y + 7} className={`font-serif text-[22px] ${wins ? 'fill-accent' : 'fill-ink'}`}>
              {index + 1}
            </text>
            <path d={`M66 ${y}h200`} className="stroke-line" />
            <path d={`M${points - 26} ${y}h52`} className="stroke-ink" strokeWidth="2.5" />
            <circle cx={points} cy={y} r="5" className={wins ? 'fill-accent' : 'fill-ink'} />
            {stamp === 'veto' && (
              <g transform={`rotate(3 345 ${y})`}>
                <rect x="300" y={y - 13} width="92" height="26" strokeWidth="1.5" className="fill-none stroke-ink" />
                <text x="346" y={y + 5} textAnchor="middle" className="fill-ink font-serif font-semibold text-[13px]">
                  NON PLACET
                </text>
              </g>
            )}
            {stamp === 'placet' && (
              <g transform={`rotate(-3 345 ${y})`}>
                <rect
                  x="300"
                  y={y - 13}
                  width="92"
                  height="26"
                  strokeWidth="1.5"
                  className={wins ? 'fill-accent stroke-accent' : 'fill-none stroke-strong'}
                />
                <text
                  x="346"
                  y={y + 5}
                  textAnchor="middle"
                  className={`font-serif font-semibold text-[13px] ${wins ? 'fill-paper' : 'fill-ink'}`}
                >
                  PLACET
                </text>
              </g>
            )}
          </g>
        )
      })}
      <path d={`M40 46v${RUNG - 8}`} className="stroke-accent" strokeWidth="1.5" />
      <path d={`M35.5 ${46 + RUNG - 14}l4.5 6 4.5-6`} strokeWidth="1.5" className="fill-none stroke-accent" />
    </svg>
  )
}
