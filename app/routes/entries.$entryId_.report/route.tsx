import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findEntryPage } from '#app/entries/entry-pages.server.ts'
import { waitRefused } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { inWords } from '#app/http/refusals.ts'
import { type FormRefusal, formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { takeReport } from '#app/http/take-report.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { REPORT_DETAIL_CHARACTERS_MOST, REPORT_REASONS, reportSchema } from '#app/moderation/report.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { reasonHint, reasonWords } from '#app/ui/report-words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const entryId = params.entryId ?? ''
  const reading = await findEntryPage(context.db, { entryId, viewer }, context.clock())
  if (reading?.found !== 'entry' || reading.page.state !== 'submitted') throw notFound()
  const { title, artworks } = reading.page
  return { entry: { id: entryId, title, picture: artworks[0]?.picture ?? null } }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const reporter = await requireViewer(context, request)
  const entryId = params.entryId ?? ''
  const reading = await readForm(request, reportSchema)
  if (!reading.ok) return formRefused(reading)
  const outcome = await takeReport(context, { entryId, reporter, ...reading.value })
  if (outcome.ok) return redirectWithFlash(links.entry(entryId), m.moderation_reported())
  if (typeof outcome.refusal !== 'string') return waitRefused(outcome.refusal, reading.typed)
  if (inWords(outcome.refusal).status === 404) throw notFound()
  return refuse(outcome.refusal, { typed: reading.typed })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, { title: m.moderation_report_entry() })

export default function ReportEntry() {
  const { entry } = useLoaderData<typeof loader>()
  const refusal = useActionData<FormRefusal>()
  const typed = (name: string) => (typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : undefined)
  return (
    <Page
      title={m.moderation_report_entry()}
      kicker={entry.title}
      back={{ to: links.entry(entry.id), label: m.moderation_back_to_entry() }}
      lead={m.moderation_report_lead()}
      aside={entry.picture && <Picture picture={entry.picture} sizes="20rem" />}
    >
      <ErrorSummary errors={refusal?.errors} />
      <Form method="post" noValidate className="max-w-text">
        <RadioField
          name="reason"
          label={m.moderation_reason()}
          required
          error={refusal?.errors.reason}
          defaultValue={typed('reason')}
          options={REPORT_REASONS.map((reason) => ({
            value: reason,
            label: reasonWords(reason),
            hint: reasonHint(reason),
          }))}
        />
        <TextArea
          name="detail"
          label={m.moderation_detail()}
          hint={m.moderation_detail_hint()}
          error={refusal?.errors.detail}
          maxLength={REPORT_DETAIL_CHARACTERS_MOST}
          defaultValue={typed('detail')}
        />
        <SubmitButton>{m.moderation_report_now()}</SubmitButton>
      </Form>
    </Page>
  )
}
