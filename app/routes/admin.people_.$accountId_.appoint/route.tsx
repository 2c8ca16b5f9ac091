import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import { appointStaff } from '#app/accounts/appoint-staff.server.ts'
import { isOwnPassword } from '#app/accounts/own-password.server.ts'
import { ownPasswordSchema } from '#app/accounts/password.ts'
import { findPersonForAdmin } from '#app/accounts/people.server.ts'
import { STAFF_ROLES } from '#app/accounts/roles.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { renewOwnSession } from '#app/http/session-renewal.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { appointedLetter } from '#app/notifications/letters.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { RadioField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'
import { roleInWords } from '#app/ui/role-words.ts'

const Appointing = z.object({
  role: z.enum(STAFF_ROLES, { error: () => m.accounts_appoint_role_missing() }),
  password: ownPasswordSchema,
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const person = await findPersonForAdmin(context.db, params.accountId ?? '')
  if (!person) throw notFound()
  return { id: person.id, name: person.name, held: person.roles.map(({ role }) => role) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const form = await readForm(request, Appointing)
  if (!form.ok) return formRefused(form)
  const { typed } = form
  const { role, password } = form.value
  const over = await overLimit(context, [['passwordPerPerson', admin.id]], typed)
  if (over) return over
  if (!(await isOwnPassword(context.db, { accountId: admin.id, password }))) {
    return refuse('wrong-password', { typed, field: 'password' })
  }
  await context.limiter.forgive('passwordPerPerson', admin.id)

  const accountId = params.accountId ?? ''
  const appointed = await appointStaff(context.db, { accountId, role, grantedBy: admin.id }, context.clock())
  if (!appointed.ok) return refuse(appointed.refusal, { typed })
  const person = await findRecipient(context.db, accountId)
  if (!person) throw notFound()
  deliver(context, appointedLetter({ ...person, language: person.language ?? context.locale }, role, context.config))
  const headers = await renewOwnSession(context, request, { viewer: admin, changed: accountId })
  const said = m.accounts_appointed({ name: person.name, role: roleInWords(role) })
  return redirectWithFlash(links.personForAdmin(accountId), said, { headers })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data && m.accounts_appoint_title({ name: data.name }) })

export default function Appoint() {
  const { id, name, held } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  const hints = {
    juror: m.accounts_appoint_juror_hint(),
    producer: m.accounts_appoint_producer_hint(),
    admin: m.accounts_appoint_admin_hint(),
  }
  return (
    <Page title={m.accounts_appoint_title({ name })} back={{ to: links.personForAdmin(id), label: name }} width="text">
      <Form method="post" className="max-w-text" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        <RadioField
          name="role"
          label={m.accounts_appoint_role()}
          options={STAFF_ROLES.map((role) => ({
            value: role,
            label: roleInWords(role),
            hint: hints[role],
            disabled: held.includes(role),
          }))}
          defaultValue={typedText(typed, 'role')}
          error={errors?.role}
          required
        />
        <Notice>{m.accounts_appoint_consequence({ name })}</Notice>
        <div className="max-w-lg">
          <PasswordField
            name="password"
            label={m.accounts_field_current_password()}
            hint={m.accounts_password_asked()}
            autoComplete="current-password"
            error={errors?.password}
            required
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{m.accounts_appoint_button()}</SubmitButton>
          <ButtonLink to={links.personForAdmin(id)} look="quiet">
            {m.accounts_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
