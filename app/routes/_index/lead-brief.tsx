import { Link } from '@remix-run/react'
import type { ContestCard } from '#app/contests/contest-lists.server.ts'
import { nextBoundary } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { headRatio } from '#app/ui/head-ratio.ts'
import { Countdown, Moment } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS, PHASE_WORDS } from '#app/ui/phase-words.ts'
import { Picture } from '#app/ui/picture.tsx'
import { actFor } from './act.ts'

type Props = { contest: ContestCard; takesPart: boolean; now: string }

/** One brief fills the first screen, with its picture and a single act. */
export function LeadBrief({ contest, takesPart, now }: Props) {
  const { slug, title, summary, phase, head } = contest
  const act = actFor(slug, phase, takesPart)
  return (
    <section className="grid xl:grid-cols-[minmax(0,5fr)_minmax(0,9fr)] ">
      {head && (
        <Link
          to={links.contest(slug)}
          tabIndex={-1}
          aria-hidden="true"
          className="relative block w-full self-stretch overflow-hidden xl:order-2 xl:max-h-[calc(100dvh-4rem)]"
          style={{ aspectRatio: headRatio(head) }}
        >
          <span className="absolute inset-0">
            <Picture
              picture={head}
              alt=""
              fill="cover"
              boxRatio={headRatio(head)}
              eager
              sizes="(min-width: 80rem) 65vw, 100vw"
            />
          </span>
        </Link>
      )}
      <div className="gutter flex flex-col justify-center py-10 xl:max-w-[46rem] xl:py-6">
        <p className="label-caps mb-5 text-accent">{PHASE_WORDS[phase]()}</p>
        <h1 className="text-[clamp(2.5rem,1.4rem+3.6vw,4.75rem)] leading-[1.02] tracking-[-0.02em]">
          <Link to={links.contest(slug)} className="hover:text-accent">
            {title}
          </Link>
        </h1>
        <p className="mt-6 max-w-[42ch] text-lg text-quiet">{summary}</p>
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink to={act.to} look="primary" size="large">
            {act.label}
          </ButtonLink>
          {act.to !== links.contest(slug) && (
            <ButtonLink to={links.contest(slug)} look="quiet">
              {m.home_read_brief()}
            </ButtonLink>
          )}
        </div>
        <Next contest={contest} now={now} />
      </div>
    </section>
  )
}

function Next({ contest: { schedule, zone }, now }: Pick<Props, 'contest' | 'now'>) {
  const next = nextBoundary(schedule, new Date(now))
  if (!next) return null
  return (
    <p className="mt-8 border-line border-t pt-3 text-sm">
      <span className="text-quiet">{BOUNDARY_WORDS[next.boundary]()}</span> <Moment at={next.at} zone={zone} />
      <span className="block text-quiet">
        {m.ui_rail_in()} <Countdown at={next.at} now={now} />
      </span>
    </p>
  )
}
