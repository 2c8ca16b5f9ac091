import type { CSSProperties, ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Countdown, Moment } from './moment.tsx'
import { placeOnRail, type RailBoundary } from './rail-place.ts'

type Props = {
  /** The phase in words: "Voting". */
  phase: string
  boundaries: readonly RailBoundary[]
  /** The server's clock, as an ISO text. */
  now: string
  zone: string
  /** What the viewer can do now: a sentence, a button. */
  act?: ReactNode
}

/** Where a contest stands between its boundaries. Ticks are evenly spaced; the dot walks between them by time. */
export function PhaseRail({ phase, boundaries, now, zone, act }: Props) {
  const { share, next } = placeOnRail(boundaries, now)
  const style = { '--share': `${share * 100}%` } as CSSProperties
  return (
    <section aria-label={m.ui_rail_label()} className="border-line border-y py-5">
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4">
        <p className="text-sm">
          <strong className="font-semibold">{phase}</strong>
          {next && (
            <>
              <span aria-hidden="true"> · </span>
              {next.label} <Moment at={next.at} zone={zone} />
              <span aria-hidden="true"> · </span>
              <span className="text-accent">
                {m.ui_rail_in()} <Countdown at={next.at} now={now} />
              </span>
            </>
          )}
        </p>
        {act && <div className="flex flex-wrap items-center gap-3 text-sm">{act}</div>}
      </div>
      <div style={style} className="relative mt-6 md:mt-7">
        <RailLine />
        <ol className="flex flex-col justify-between gap-4 pl-6 md:flex-row md:pl-0">
          {boundaries.map((boundary, index) => (
            <li key={boundary.name} className={`relative text-xs md:pt-4 ${alignment(index, boundaries.length)}`}>
              <span
                aria-hidden="true"
                className={`absolute top-2 -left-6 h-px w-3 bg-ink md:top-0 md:h-2.5 md:w-px ${tick(index, boundaries.length)}`}
              />
              <span className="block font-medium">{boundary.label}</span>
              <Moment at={boundary.at} zone={zone} precision="short" className="text-quiet" />
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function RailLine() {
  return (
    <>
      <span
        aria-hidden="true"
        className="absolute inset-y-0 left-0 w-px bg-line md:inset-x-0 md:inset-y-auto md:top-[5px] md:h-px md:w-full"
      />
      <span
        aria-hidden="true"
        className="absolute top-0 left-0 h-(--share) w-px bg-ink md:top-[5px] md:h-px md:w-(--share)"
      />
      <span
        aria-hidden="true"
        className="absolute top-(--share) left-0 size-3 -translate-x-1/2 -translate-y-1/2 rounded-[50%] bg-accent md:top-[5px] md:left-(--share)"
      />
    </>
  )
}

function alignment(index: number, count: number): string {
  if (index === 0) return 'md:basis-0 md:grow md:text-left'
  if (index === count - 1) return 'md:basis-0 md:grow md:text-right'
  return 'md:basis-0 md:grow-2 md:text-center'
}

function tick(index: number, count: number): string {
  if (index === 0) return 'md:left-0'
  if (index === count - 1) return 'md:left-auto md:right-0'
  return 'md:left-1/2'
}
