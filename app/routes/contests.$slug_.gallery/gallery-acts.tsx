import type { Phase } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'

/** The one thing to do now. */
export function GalleryActs({ contest: { slug, phase } }: { contest: { slug: string; phase: Phase } }) {
  if (phase === 'open') {
    return (
      <ButtonLink look="primary" to={links.enter(slug)} icon="brush">
        {m.entries_enter_act()}
      </ButtonLink>
    )
  }
  if (phase === 'voting') {
    return (
      <ButtonLink look="primary" to={links.booth(slug)} icon="scales">
        {m.entries_vote_act()}
      </ButtonLink>
    )
  }
  if (phase === 'decided') {
    return (
      <ButtonLink look="primary" to={links.result(slug)} icon="stamp">
        {m.entries_result_act()}
      </ButtonLink>
    )
  }
  return null
}
