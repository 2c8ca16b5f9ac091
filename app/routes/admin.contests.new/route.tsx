import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BRIEF_LIMITS, titleField, zoneField } from '#app/contests/brief.ts'
import { listZones } from '#app/contests/calendar.ts'
import { createContest } from '#app/contests/create-contest.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

const NewContest = z.object({ title: titleField, zone: zoneField })
const USUAL_ZONE = 'Europe/Rome'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  return { zones: listZones(USUAL_ZONE) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const form = await readForm(request, NewContest)
  if (!form.ok) return formRefused(form)
  const made = await createContest(context.db, { ...form.value, createdBy: admin.id }, context.clock())
  if (!made.ok) return made.refusal
  return redirectWithFlash(links.editContest(made.value.contestId), m.contests_drafted())
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.contests_new_title() })

export default function NewContestPage() {
  const { zones } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page
      title={m.contests_new_title()}
      lead={m.contests_new_lead()}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
      width="text"
    >
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={refusal?.errors} />
        <TextField
          name="title"
          label={m.contests_field_title()}
          hint={m.contests_field_title_hint()}
          maxLength={BRIEF_LIMITS.titleLength}
          defaultValue={typedText(refusal?.typed, 'title')}
          error={refusal?.errors.title}
          required
        />
        <SelectField
          name="zone"
          label={m.contests_field_zone()}
          hint={m.contests_field_zone_hint()}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={typedText(refusal?.typed, 'zone') ?? USUAL_ZONE}
          error={refusal?.errors.zone}
        />
        <SubmitButton>{m.contests_new_make()}</SubmitButton>
      </Form>
    </Page>
  )
}
