import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { EntryPage } from '#app/entries/entry-pages.server.ts'
import type { RightsClock } from '#app/entries/rights-clock.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Facts } from '#app/ui/facts.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Moment } from '#app/ui/moment.tsx'

interface Props {
  page: EntryPage
  signedIn: boolean
  children?: ReactNode
}

/** What its designer stated, and what the brief may do with it until when. */
export function SmallPrint({ page, signedIn, children }: Props) {
  const { contest, part, rights, state } = page
  return (
    <aside className="min-w-0" aria-label={m.entries_small_print()}>
      {children}
      <Facts
        layout="stacked"
        items={[
          {
            term: m.entries_fact_contest(),
            detail: (
              <Link to={links.contest(contest.slug)} className="link">
                {contest.title}
              </Link>
            ),
          },
          page.original && { term: m.entries_fact_original(), detail: m.entries_fact_original_stated() },
          page.aiUse !== '' && { term: m.entries_fact_ai(), detail: <AiWords page={page} /> },
          {
            term: m.entries_fact_third_party(),
            detail: page.thirdPartyStatement || m.entries_fact_third_party_none(),
          },
          { term: m.entries_fact_rights(), detail: <RightsWords rights={rights} zone={contest.zone} /> },
        ]}
      />
      {state === 'submitted' && part === null && signedIn && (
        <p className="mt-6 text-sm">
          <Link
            to={links.reportEntry(page.id)}
            className="inline-flex min-h-11 items-center gap-2 text-quiet hover:text-danger"
          >
            <Icon name="flag" /> {m.moderation_report_entry()}
          </Link>
        </p>
      )}
    </aside>
  )
}

function AiWords({ page: { aiUse, aiStatement } }: { page: EntryPage }) {
  const words = {
    '': '',
    none: m.entries_ai_none(),
    assisted: m.entries_ai_assisted(),
    generated: m.entries_ai_generated(),
  }[aiUse]
  return (
    <>
      {words}
      {aiStatement && <span className="mt-1 block whitespace-pre-line text-quiet">{aiStatement}</span>}
    </>
  )
}

function RightsWords({ rights, zone }: { rights: RightsClock; zone: string }): ReactNode {
  if (rights.kind === 'open') return m.entries_rights_open()
  if (rights.kind === 'free-from-the-close') return m.entries_rights_free()
  return (
    <>
      {rights.over ? m.entries_rights_were_reserved() : m.entries_rights_reserved()}{' '}
      <Moment at={rights.until} zone={zone} precision="day" />
    </>
  )
}
