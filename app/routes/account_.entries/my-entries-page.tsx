import { Form, useActionData } from '@remix-run/react'
import type { MyEntry } from '#app/entries/my-entries.server.ts'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AgreementsWaiting } from '#app/ui/agreements-waiting.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { MyEntryLine } from '#app/ui/my-entry-line.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

interface Props {
  entries: readonly MyEntry[]
  agreements?: readonly { runId: string; title: string }[]
}

export function MyEntriesPage({ entries, agreements = [] }: Props) {
  const refusal = useActionData<FormRefusal>()
  const invited = entries.filter(({ part, state }) => part === 'invited' && state !== 'withdrawn')
  const mine = entries.filter(({ part }) => part !== 'invited')
  return (
    <Page title={m.entries_my_entries()} lead={m.entries_my_entries_lead()}>
      <ErrorSummary errors={refusal?.errors} />
      <AgreementsWaiting agreements={agreements} />
      {invited.length > 0 && (
        <div className="mb-14">
          <Section title={m.entries_invitations()} lead={m.entries_invitations_lead()} rule={false}>
            <ul className="border-line border-b">
              {invited.map((entry) => (
                <MyEntryLine key={entry.id} entry={entry} acts={<InvitationActs entry={entry} />} />
              ))}
            </ul>
          </Section>
        </div>
      )}
      {mine.length > 0 ? (
        <ul className="border-line border-b">
          {mine.map((entry) => (
            <MyEntryLine key={entry.id} entry={entry} acts={<MyActs entry={entry} />} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon="brush"
          title={m.entries_my_entries_empty_title()}
          act={<ButtonLink to={links.contests()}>{m.entries_see_contests()}</ButtonLink>}
        >
          {m.entries_my_entries_empty()}
        </EmptyState>
      )}
    </Page>
  )
}

function InvitationActs({ entry: { id, phase } }: { entry: MyEntry }) {
  return (
    <>
      {phase === 'open' && (
        <Form method="post" action={links.acceptInvitation(id)}>
          <SubmitButton size="small">{m.entries_accept()}</SubmitButton>
        </Form>
      )}
      <Form method="post" action={links.declineInvitation(id)}>
        <SubmitButton look="plain" size="small">
          {m.entries_decline()}
        </SubmitButton>
      </Form>
    </>
  )
}

function MyActs({ entry: { id, contest, phase, state, part } }: { entry: MyEntry }) {
  if (phase === 'decided' && state === 'submitted') {
    return (
      <ButtonLink look="plain" size="small" to={links.result(contest.slug)}>
        {m.entries_result_act()}
      </ButtonLink>
    )
  }
  if (phase !== 'open' || state === 'withdrawn' || state === 'taken-down') return null
  if (part === 'designer') {
    return (
      <ButtonLink size="small" to={links.editEntry(id)} icon="edit">
        {state === 'draft' ? m.entries_continue() : m.entries_edit()}
      </ButtonLink>
    )
  }
  return (
    <Form method="post" action={links.declineInvitation(id)}>
      <SubmitButton look="quiet" size="small">
        {m.entries_leave()}
      </SubmitButton>
    </Form>
  )
}
