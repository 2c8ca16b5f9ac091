import { Link, useLocation } from '@remix-run/react'
import type { Phase } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { currentLink } from './site-links.ts'

type Props = { contestId: string /** null while there is no public page. */; slug: string | null; phase: Phase }

/** What an admin can do with a contest in this phase: the same line on each of its pages. */
export function ContestAdminNav({ contestId, slug, phase }: Props) {
  const draft = phase === 'draft'
  const over = phase === 'decided' || phase === 'cancelled'
  const all = [
    { to: links.editContest(contestId), label: m.contests_admin_brief() },
    { to: links.panel(contestId), label: m.contests_admin_panel() },
    draft && { to: links.previewContest(contestId), label: m.contests_admin_preview() },
    draft && { to: links.publishContest(contestId), label: m.contests_admin_publish() },
    !draft && { to: links.calendar(contestId), label: m.contests_calendar() },
    (phase === 'voting' || phase === 'jury' || phase === 'decided') && {
      to: links.desk(contestId),
      label: m.voting_desk_title(),
    },
    (phase === 'announced' || phase === 'open') && {
      to: links.clarifyBrief(contestId),
      label: m.contests_admin_clarify(),
    },
    { to: links.cloneContest(contestId), label: m.contests_admin_clone() },
    !over && { to: links.cancelContest(contestId), label: m.contests_admin_cancel() },
    slug !== null && { to: links.contest(slug), label: m.contests_admin_public_page() },
  ]
  const rooms = all.filter((room) => room !== false)
  // A refused form answers at an address of its own, below that of its page.
  const current = currentLink(useLocation().pathname, rooms)
  return (
    <nav aria-label={m.contests_admin_nav()} className="-mt-4 mb-10 border-line border-b">
      <ul className="flex flex-wrap gap-x-7">
        {rooms.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={to === current ? 'page' : undefined}
              className="-mb-px inline-flex min-h-11 items-center border-transparent border-b-2 text-sm hover:text-accent aria-[current=page]:border-accent aria-[current=page]:font-medium"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
