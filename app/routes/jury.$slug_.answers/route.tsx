import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requireAnswerer } from '#app/http/jury-guard.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ANSWER_KINDS, ANSWER_REASON_MAX, answerSchema } from '#app/jury/answer.ts'
import { answerEntries } from '#app/jury/answer-entries.server.ts'
import { findResult } from '#app/jury/result.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { RadioField, TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ANSWER_WORDS } from '#app/ui/verdict-words.ts'
import { EntryChoice } from './entry-choice.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? `${m.jury_answers_title()}: ${data.title}` : m.jury_answers_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer, facts } = await requireAnswerer(context, request, params.slug)
  const now = context.clock()
  const result = await findResult(context.db, { facts, viewer }, now)
  // There is nothing to answer before the decision.
  if (!result) throw notFound()
  return {
    slug: facts.contest.slug,
    title: facts.contest.title,
    zone: facts.contest.zone,
    dueAt: result.answersDueAt,
    late: now.toISOString() > result.answersDueAt,
    waiting: result.lines
      .filter((line) => line.answer === null)
      .map(({ entry, standing, finding }) => ({ entry, place: standing.place, finding })),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer, facts } = await requireAnswerer(context, request, params.slug)
  const form = await readForm(request, answerSchema)
  if (!form.ok) return formRefused(form)
  const { entries: entryIds, kind, reason } = form.value
  const { id: contestId, slug } = facts.contest
  const answered = await answerEntries(
    context.db,
    { contestId, entryIds, kind, reason, answeredBy: viewer.id },
    context.clock(),
  )
  if (!answered.ok) return refuse(answered.refusal, { typed: form.typed })
  return redirectWithFlash(links.answers(slug), m.jury_answers_given({ count: answered.value.answered }))
}

export default function AnswersPage() {
  const { slug, title, zone, dueAt, late, waiting } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const typed = refusal?.typed ?? {}
  return (
    <Page
      kicker={title}
      title={m.jury_answers_title()}
      lead={
        <>
          {m.jury_answers_lead()} <Moment at={dueAt} zone={zone} />
        </>
      }
      back={{ to: links.result(slug), label: m.jury_result_title() }}
    >
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={m.jury_answers_all_title()}>
          {m.jury_answers_all_text()}
        </EmptyState>
      ) : (
        <>
          {late && <Notice tone="amber">{m.jury_answers_late()}</Notice>}
          <p className="mb-8">{m.jury_answers_left({ count: waiting.length })}</p>
          <Form method="post" key={waiting.length}>
            <ErrorSummary errors={refusal?.errors} />
            <EntryChoice waiting={waiting} chosen={typed.entries} error={refusal?.errors.entries} />
            <RadioField
              name="kind"
              label={m.jury_answers_kind()}
              required
              error={refusal?.errors.kind}
              defaultValue={typeof typed.kind === 'string' ? typed.kind : undefined}
              options={ANSWER_KINDS.map((kind) => ({ value: kind, label: ANSWER_WORDS[kind]() }))}
            />
            <TextArea
              name="reason"
              label={m.jury_answers_reason()}
              hint={m.jury_answers_reason_hint()}
              required
              error={refusal?.errors.reason}
              maxLength={ANSWER_REASON_MAX}
              defaultValue={typeof typed.reason === 'string' ? typed.reason : ''}
            />
            <SubmitButton look="primary">{m.jury_answers_submit()}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}
