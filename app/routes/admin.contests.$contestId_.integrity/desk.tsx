import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ContestAdminNav } from '#app/ui/contest-admin-nav.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Section } from '#app/ui/section.tsx'
import { SIGNAL_MEANINGS, SIGNAL_NAMES } from '#app/ui/signal-words.ts'
import { CASE_STATES } from '#app/voting/desk/case.ts'
import { SIGNALS, type SignalName } from '#app/voting/signals/signal.ts'
import { CaseList } from './case-list.tsx'
import { DeskState } from './desk-state.tsx'
import type { DeskView } from './desk-view.server.ts'
import { STATE_WORDS } from './state-words.ts'
import { WorkOrder } from './work-order.tsx'

/** The page of the desk and of each of its acts: a refused act shows it again, with what was typed. */
export function Desk() {
  const view = useLoaderData<DeskView>()
  const refusal = useActionData<FormRefusal>()
  const { contest, counts, state, page, pages } = view
  const { contestId, title, slug, phase } = contest
  return (
    <Page
      title={m.voting_desk_title()}
      kicker={title}
      lead={m.voting_desk_lead()}
      back={{ to: links.desks(), label: m.voting_desks_title() }}
    >
      {view.isAdmin && <ContestAdminNav contestId={contestId} slug={slug} phase={phase} />}
      <ErrorSummary errors={refusal?.errors} />
      <DeskState view={view} />
      <Section title={m.voting_desk_cases()} lead={m.voting_desk_blind()}>
        <nav aria-label={m.voting_desk_states()} className="mb-8 border-line border-b">
          <ul className="flex flex-wrap gap-x-7">
            {CASE_STATES.map((each) => (
              <li key={each}>
                <Link
                  to={links.desk(contestId, { state: each })}
                  aria-current={each === state ? 'page' : undefined}
                  className="-mb-px inline-flex min-h-11 items-center gap-2 border-transparent border-b-2 text-sm hover:text-accent aria-[current=page]:border-accent aria-[current=page]:font-medium"
                >
                  {STATE_WORDS[each]()} <span className="text-quiet tabular-nums">{counts[each]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <CaseList view={view} refusal={refusal} />
        <Pager page={page} pages={pages} hrefFor={(to) => links.desk(contestId, { state, page: to })} />
      </Section>
      {view.isAdmin && <WorkOrder view={view} refusal={refusal} />}
      <Section title={m.voting_desk_signals()} lead={m.voting_desk_signals_lead()}>
        <dl className="grid gap-x-10 gap-y-5 text-sm md:grid-cols-2">
          {(Object.keys(SIGNALS) as SignalName[]).map((name) => (
            <div key={name} className="border-line border-t pt-2">
              <dt className="font-medium">
                {SIGNAL_NAMES[name]()}{' '}
                <span className="font-normal text-quiet">
                  {m.voting_desk_version({ version: SIGNALS[name].version })}
                </span>
              </dt>
              <dd className="text-quiet">{SIGNAL_MEANINGS[name]()}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  )
}
