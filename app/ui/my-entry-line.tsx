import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { MyEntry } from '#app/entries/my-entries.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from './icon.tsx'
import { Moment } from './moment.tsx'
import { Picture } from './picture.tsx'

/** One's own entry in a list: small, with where it stands and what can be done. */
export function MyEntryLine({ entry, acts }: { entry: MyEntry; acts?: ReactNode }) {
  const { id, title, picture, contest, state, part } = entry
  const to = state === 'draft' && part === 'designer' ? links.editEntry(id) : links.entry(id)
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-5 gap-y-3 border-line border-t py-4 sm:grid-cols-[6rem_minmax(0,1fr)_auto]">
      <div className="flex size-18 items-center justify-center overflow-hidden bg-sunken text-quiet sm:size-24">
        {picture ? <Picture picture={picture} alt="" fill="cover" sizes="6rem" /> : <Icon name="picture" />}
      </div>
      <div className="min-w-0">
        <Link to={to} className="font-serif text-lg hover:text-accent">
          {title || m.entries_untitled()}
        </Link>
        <p className="text-quiet text-sm">{contest.title}</p>
        <p className="text-sm">
          <StateWords entry={entry} />
        </p>
      </div>
      {acts && <div className="col-span-full flex flex-wrap gap-3 sm:col-span-1">{acts}</div>}
    </li>
  )
}

function StateWords({ entry }: { entry: MyEntry }) {
  const { state, phase, part, votingOpensAt, zone, takedownReason } = entry
  if (part === 'invited') return m.entries_state_invited()
  if (state === 'withdrawn') return m.entries_state_withdrawn()
  if (state === 'taken-down') return m.entries_state_taken_down({ reason: takedownReason ?? '' })
  if (state === 'draft' && phase !== 'open') return m.entries_state_missed()
  if (phase === 'open') {
    return (
      <>
        {state === 'draft' ? m.entries_state_draft() : m.entries_state_submitted()}{' '}
        <Moment at={votingOpensAt} zone={zone} />
      </>
    )
  }
  if (phase === 'voting') return m.entries_state_voting()
  if (phase === 'decided') return m.entries_state_decided()
  if (phase === 'cancelled') return m.entries_state_cancelled()
  return m.entries_state_jury()
}
