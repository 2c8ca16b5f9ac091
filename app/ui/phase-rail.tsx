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
          <strong className="mr-4 font-normal font-serif text-lg">{phase}</strong>
          {next && (
            <span className="inline-block">
              {next.label} <Moment at={next.at} zone={zone} />,{' '}
              <span className="whitespace-nowrap text-accent">
                {m.ui_rail_in()} <Countdown at={next.at} now={now} />
              </span>
            </span>
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
                className={`absolute top-2 -left-6 h-px w-2.5 bg-ink md:top-0 md:h-2.5 md:w-px ${tick(index, boundaries.length)}`}
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

/** On a narrow screen the line stands, from the first tick to the last; the last station is two lines tall. The dot lies on the ticks. */
function RailLine() {
  return (
    <div aria-hidden="true" className="absolute top-2 bottom-8 left-0 z-1 md:inset-x-0 md:top-[5px] md:bottom-auto">
      <span className="absolute h-full w-px bg-strong md:h-px md:w-full" />
      <span className="absolute h-(--share) w-px bg-ink md:h-px md:w-(--share)" />
      <span className="absolute top-(--share) size-3 -translate-x-[5.5px] -translate-y-1/2 rounded-[50%] bg-accent md:top-0 md:left-(--share) md:-translate-x-1/2 md:-translate-y-[5.5px]" />
    </div>
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
