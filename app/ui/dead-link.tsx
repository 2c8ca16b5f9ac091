import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Page } from './page.tsx'

/** What a link from a mail shows once it was used, replaced or is too old. */
export function DeadLink({ lead = m.accounts_link_dead_lead(), children }: { lead?: string; children: ReactNode }) {
  return (
    <Page title={m.accounts_link_dead_title()} lead={lead} width="text">
      <div className="flex flex-wrap gap-3">{children}</div>
    </Page>
  )
}
