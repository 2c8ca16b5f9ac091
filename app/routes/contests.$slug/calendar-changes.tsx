import { Link } from '@remix-run/react'
import type { RecordedMove } from '#app/contests/boundary-moves.server.ts'
import { BOUNDARIES, BOUNDARY_FIELD, type Schedule } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS } from '#app/ui/phase-words.ts'
import { Section } from '#app/ui/section.tsx'

type Props = { schedule: Schedule; zone: string; moves: readonly RecordedMove[]; slug: string }

/** The dates, and every change made to them since they were announced, with who and why. */
export function CalendarChanges({ schedule, zone, moves, slug }: Props) {
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
        {moves.length === 0 ? (
          <p className="text-quiet text-sm">{m.contests_calendar_unchanged()}</p>
        ) : (
          <ol className="space-y-5 text-sm">
            {moves.map((move) => (
              <li key={move.id} className="border-strong border-l-2 pl-4">
                <p>
                  <strong className="font-medium">{BOUNDARY_WORDS[move.boundary]()}</strong>:{' '}
                  <s className="text-quiet">
                    <Moment at={move.fromAt} zone={zone} precision="short" />
                  </s>{' '}
                  → <Moment at={move.toAt} zone={zone} precision="short" />
                </p>
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
