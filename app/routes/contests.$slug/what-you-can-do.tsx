import type { Phase } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'

type Props = { slug: string; phase: Phase; asks: 'visitor' | 'member' | 'staff'; entries: number }

/** The one act that this person has in this phase, and the way to the entries. */
export function WhatYouCanDo({ slug, phase, asks, entries }: Props) {
  const takesPart = asks !== 'staff'
  return (
    <>
      {phase === 'announced' && asks === 'visitor' && (
        <ButtonLink to={links.join()} look="primary">
          {m.contests_do_join()}
        </ButtonLink>
      )}
      {phase === 'open' && takesPart && (
        <ButtonLink to={links.enter(slug)} look="primary" icon="brush">
          {m.contests_do_enter()}
        </ButtonLink>
      )}
      {phase === 'voting' && takesPart && (
        <ButtonLink to={links.booth(slug)} look="primary">
          {m.contests_do_vote()}
        </ButtonLink>
      )}
      {phase === 'decided' && (
        <ButtonLink to={links.result(slug)} look="primary">
          {m.contests_do_result()}
        </ButtonLink>
      )}
      {(phase === 'open' || phase === 'voting') && !takesPart && (
        <span className="max-w-xs text-quiet">{m.contests_do_staff()}</span>
      )}
      {entries > 0 && <ButtonLink to={links.gallery(slug)}>{m.contests_do_gallery({ count: entries })}</ButtonLink>}
      {entries === 0 && phase === 'open' && <span className="text-quiet">{m.contests_no_entries_yet()}</span>}
    </>
  )
}
