import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Countdown, Moment } from '#app/ui/moment.tsx'
import type { GalleryData } from './route.tsx'

/** Before the opening there is nothing to see, and it is said when there will be. */
export function SealedGallery({ contest, now }: { contest: GalleryData['contest']; now: string }) {
  return (
    <EmptyState
      icon="seal"
      title={m.entries_gallery_before_title()}
      act={<ButtonLink to={links.contest(contest.slug)}>{m.entries_read_brief()}</ButtonLink>}
    >
      {m.entries_gallery_before()} <Moment at={contest.opensAt} zone={contest.zone} />,{' '}
      <span className="whitespace-nowrap">
        {m.ui_rail_in()} <Countdown at={contest.opensAt} now={now} />
      </span>
      .
    </EmptyState>
  )
}
