import { Link } from '@remix-run/react'
import type { ContestCard } from '#app/contests/contest-lists.server.ts'
import { nextBoundary } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { headFrame, headRatioFree, headSizes } from '#app/ui/head-ratio.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Countdown, Moment } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS, PHASE_WORDS } from '#app/ui/phase-words.ts'
import { Picture } from '#app/ui/picture.tsx'

export type ListedContest = ContestCard & { entries: number }

type Props = {
  contest: ListedContest
  now: string
  eager: boolean
  /** Alone in its group, it takes the whole line: the picture on the left, the words on the right. */
  alone: boolean
}

/** Pieces that stand in a row are of one height. */
const ROW_RATIO = 3 / 2
/** Cutting such a picture to the row's shape would take its head off. */
const TALL_RATIO = 1.2

/** One contest in the list: its picture, its question, and what comes next. */
export function ContestPiece({ contest, now, eager, alone }: Props) {
  const { slug, title, product, summary, head, phase, entries } = contest
  const to = phase === 'decided' ? links.result(slug) : links.contest(slug)
  return (
    <li
      className={`group relative flex flex-col ${alone ? 'md:col-span-full md:grid md:grid-cols-2 md:items-center md:gap-x-12' : ''}`}
    >
      <div className="overflow-hidden bg-sunken" style={alone && head ? headFrame(head) : { aspectRatio: ROW_RATIO }}>
        {head ? (
          <Picture
            picture={head}
            fill={head.width / head.height < TALL_RATIO ? 'contain' : 'cover'}
            boxRatio={alone ? headRatioFree(head) : ROW_RATIO}
            eager={eager}
            alt=""
            sizes={alone ? headSizes(head) : '(min-width: 64rem) 33vw, (min-width: 40rem) 50vw, 100vw'}
          />
        ) : (
          <span className="flex size-full items-center justify-center text-quiet">
            <Icon name="picture" className="size-8!" />
          </span>
        )}
      </div>
      <div className="flex grow flex-col pt-4 md:grow-0">
        <p className="label-caps text-quiet">{product}</p>
        <h3 className={`mt-1 ${alone ? 'text-xl md:text-2xl' : 'text-xl'}`}>
          <Link to={to} prefetch="intent" className="after:absolute after:inset-0 group-hover:text-accent">
            {title}
          </Link>
        </h3>
        <p className="mt-2 max-w-text text-quiet text-sm">{summary}</p>
        <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-3 text-sm tabular-nums">
          {entries > 0 && <span>{m.contests_entries_count({ count: entries })}</span>}
          <Next contest={contest} now={now} />
        </p>
      </div>
    </li>
  )
}

function Next({ contest: { schedule, zone, phase }, now }: { contest: ListedContest; now: string }) {
  const ended = schedule.decidedAt ?? schedule.cancelledAt
  if (ended) {
    return (
      <span className="text-quiet">
        {PHASE_WORDS[phase]()} <Moment at={ended} zone={zone} precision="day" />
      </span>
    )
  }
  const next = nextBoundary(schedule, new Date(now))
  if (!next) return <span className="text-quiet">{m.contests_decision_awaited()}</span>
  return (
    <span>
      {BOUNDARY_WORDS[next.boundary]()}{' '}
      <span className="text-accent">
        {m.ui_rail_in()} <Countdown at={next.at} now={now} />
      </span>
    </span>
  )
}
