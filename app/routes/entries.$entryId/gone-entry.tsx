import type { EntryPageReading } from '#app/entries/entry-pages.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

type Gone = Extract<EntryPageReading, { found: 'gone' }>

export function GoneEntry({ gone: { why, reason, contest } }: { gone: Gone }) {
  return (
    <Page
      width="text"
      kicker={contest.title}
      title={why === 'taken-down' ? m.entries_gone_taken_down() : m.entries_gone_withdrawn()}
      lead={why === 'taken-down' ? m.entries_gone_taken_down_lead() : m.entries_gone_withdrawn_lead()}
    >
      {reason && (
        <Notice tone="danger" title={m.entries_gone_reason()}>
          <p className="whitespace-pre-line">{reason}</p>
        </Notice>
      )}
      <ButtonLink to={links.gallery(contest.slug)} icon="back">
        {m.entries_see_gallery()}
      </ButtonLink>
    </Page>
  )
}
