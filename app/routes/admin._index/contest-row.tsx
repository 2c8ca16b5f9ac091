import { Link } from '@remix-run/react'
import type { AdminContest } from '#app/contests/admin-contests.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'
import { Countdown, Moment } from '#app/ui/moment.tsx'
import { BOUNDARY_WORDS, PHASE_WORDS } from '#app/ui/phase-words.ts'
import { Td, Th } from '#app/ui/table.tsx'
import { WARNING_WORDS } from './warning-words.ts'

type Props = { contest: AdminContest & { entries: number }; now: string }

export function ContestRow({ contest, now }: Props) {
  const { contestId, title, phase, next, zone, entries, seats, quorum, updatedAt, warnings } = contest
  return (
    <tr className="align-top hover:bg-raised">
      <Th row className="min-w-40 font-normal sm:min-w-56">
        <Link to={links.editContest(contestId)} className="font-medium hover:text-accent">
          {title}
        </Link>
        {warnings.map((warning) => (
          <span key={warning} className="mt-1 flex gap-1.5 text-amber text-xs">
            <Icon name="warning" className="mt-px" /> {WARNING_WORDS[warning]()}
          </span>
        ))}
      </Th>
      <Td className="sm:whitespace-nowrap">
        {PHASE_WORDS[phase]()}
        {next && (
          <span className="block text-quiet text-xs sm:hidden">
            {BOUNDARY_WORDS[next.boundary]()}{' '}
            <Moment at={next.at} zone={zone} precision="short" className="whitespace-nowrap" />
          </span>
        )}
      </Td>
      <Td className="min-w-48 max-sm:hidden">
        {next ? (
          <>
            {BOUNDARY_WORDS[next.boundary]()} <Moment at={next.at} zone={zone} precision="short" />
            <span className="block text-quiet text-xs">
              {m.ui_rail_in()} <Countdown at={next.at} now={now} />
            </span>
          </>
        ) : (
          <span className="text-quiet">–</span>
        )}
      </Td>
      <Td numeric>{entries}</Td>
      <Td numeric className="whitespace-nowrap">
        {m.contests_panel_of({ seats, quorum })}
      </Td>
      <Td className="whitespace-nowrap text-quiet">
        <Moment at={updatedAt} zone={zone} precision="short" />
      </Td>
    </tr>
  )
}
