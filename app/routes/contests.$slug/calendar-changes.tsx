import { Link } from '@remix-run/react'
import type { RecordedExtension, RecordedMove } from '#app/contests/boundary-moves.server.ts'
import { BOUNDARIES, BOUNDARY_FIELD, type Schedule } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS } from '#app/ui/phase-words.ts'
import { Section } from '#app/ui/section.tsx'

type Props = {
  schedule: Schedule
  zone: string
  moves: readonly RecordedMove[]
  extensions: readonly RecordedExtension[]
  slug: string
}

/** The dates, and every change made to them since they were announced, with who and why. */
export function CalendarChanges({ schedule, zone, moves, extensions, slug }: Props) {
  return (
    <Section
      title={m.contests_calendar()}
      id="calendar"
      actions={
        <Link to={links.contestLog(slug)} className="link">
          {m.contests_log_link()}
        </Link>
      }
    >
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-2">
        <Facts
          items={BOUNDARIES.map((boundary) => ({
            term: BOUNDARY_WORDS[boundary](),
            detail: <Moment at={schedule[BOUNDARY_FIELD[boundary]]} zone={zone} />,
          }))}
        />
        {moves.length + extensions.length === 0 ? (
          <p className="text-quiet text-sm">{m.contests_calendar_unchanged()}</p>
        ) : (
          <ol className="space-y-5 text-sm">
            {extensions.map(({ day, fromAt, toAt, extendedAt }) => (
              <li key={`day ${day}`} className="border-strong border-l-2 pl-4">
                <Change name={BOUNDARY_WORDS['voting-closes']()} from={fromAt} to={toAt} zone={zone} />
                <p className="mt-1">{m.contests_extended_by_rule()}</p>
                <p className="mt-1 text-quiet text-xs">
                  <Moment at={extendedAt} zone={zone} />
                </p>
              </li>
            ))}
            {moves.map((move) => (
              <li key={move.id} className="border-strong border-l-2 pl-4">
                <Change name={BOUNDARY_WORDS[move.boundary]()} from={move.fromAt} to={move.toAt} zone={zone} />
                <p className="mt-1 whitespace-pre-line">{move.reason}</p>
                <p className="mt-1 text-quiet text-xs">
                  {move.movedBy}, <Moment at={move.movedAt} zone={zone} />
                </p>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Section>
  )
}

function Change({ name, from, to, zone }: { name: string; from: string; to: string; zone: string }) {
  return (
    <p>
      <strong className="font-medium">{name}</strong>:{' '}
      <s className="text-quiet">
        <Moment at={from} zone={zone} precision="short" />
      </s>{' '}
      → <Moment at={to} zone={zone} precision="short" />
    </p>
  )
}
